using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Simplification;

/// <summary>
/// Simplifies programs without changing what they predict: introns and doubles go, lines that equal an operand go (<see cref="Identities"/>), scalars
/// that follow from constants become constants, zeros that Setup writes go, what is the same at every example moves to Setup. In 64 bits the predictions are the same bit for
/// bit, but for the sign of a zero, and, where a function has several random lines, for which of them draws which numbers. Of a program with guards that
/// matter only the introns go.
/// </summary>
public static class Algebra
{
    /// <summary>The simplified program, in canonical form.</summary>
    /// <param name="program">The program.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    /// <exception cref="InputException">The program needs more than 256 addresses of a type once its values are told apart.</exception>
    public static Program Simplify(Program program, bool multiClass = false)
    {
        ArgumentNullException.ThrowIfNull(program);
        var simplified = EffectiveProgram.Create(program, multiClass).Program;
        if (EffectiveLines.Of(simplified, multiClass).HasGuards) return simplified;
        while (true)
        {
            var next = EffectiveProgram.Create(Rewrite(simplified, multiClass), multiClass).Program;
            if (!IsSimpler(next, simplified)) return simplified;
            simplified = next;
        }
    }

    /// <summary>Values that are computed twice are found with the canonical form only, which copies what is written in part; so not at each step.</summary>
    private static Program Rewrite(Program program, bool multiClass)
    {
        while (Spread.Of(program, multiClass) is { } spread && Step(DataFlow.Of(spread, multiClass)) is { } next) program = next;
        return program;
    }

    private static bool IsSimpler(Program program, Program other) =>
        (program.Length, program.Predict.Length + program.Learn.Length).CompareTo((other.Length, other.Predict.Length + other.Learn.Length)) < 0
        || (program.Length == other.Length && Constants(program) > Constants(other));

    private static int Constants(Program program) => program.Setup.Count(instruction => instruction.Op == Op.ScalarConstant);

    private static Program? Step(DataFlow flow)
    {
        var constants = new ExactConstants(flow);
        var identities = new Identities(flow, constants);
        foreach (var value in flow.Values)
        {
            if (identities.Of(value) is { } same && Rewriting.Bypass(flow, value, same) is { } bypassed) return bypassed;
            if (Folded(constants, value) is { } constant) return Rewriting.Replace(flow, value, constant);
            if (IsZeroFromTheStart(constants, value)) return flow.Program.With(value.Function, flow.Program[value.Function].RemoveAt(value.Line));
            if (IsInvariant(flow, value)) return Rewriting.MoveToSetup(flow, value);
        }

        return null;
    }

    private static Instruction? Folded(ExactConstants constants, FlowValue value) =>
        value.Op != Op.ScalarConstant && value.Type == OperandType.Scalar && constants.Of(value) is { } number && double.IsFinite(number)
            ? new Instruction(Op.ScalarConstant, value.Instruction.Output, Constant1: number)
            : null;

    /// <summary>Whether Setup leaves zeros in memory, which is zero anyway.</summary>
    private static bool IsZeroFromTheStart(ExactConstants constants, FlowValue value) => value is { Function: ComponentFunction.Setup, IsLeft: true }
        && constants.Of(value) is { } number && BitConverter.DoubleToInt64Bits(number) == 0;

    /// <summary>Whether a line computes the same at every example: its operands are constants or memory that only Setup sets.</summary>
    private static bool IsInvariant(DataFlow flow, FlowValue value) => value is { IsLeft: false, Info: { IsRandom: false, IsPartialWrite: false } }
        && value.Function != ComponentFunction.Setup
        && !flow.Values.Any(other => other.Kept == new FlowOperand(FlowOrigin.Value, value.Index))
        && value.Operands.All(operand => operand.Origin == FlowOrigin.Zero
            || (operand.Origin == FlowOrigin.Memory && flow.Memory[operand.Index] is { Predict: < 0, Learn: < 0 }));
}
