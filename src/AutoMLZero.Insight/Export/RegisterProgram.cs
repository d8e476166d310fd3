using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Search;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Export;

/// <summary>
/// A program of linear genetic programming: <c>Predict</c> begins with instructions that set scalars, one after the other, to features or numbers, and
/// then computes with scalars only; of several classes it ends with those that take the scores from the scalars. Nothing else matters.
/// </summary>
/// <param name="Start">What sets the registers, in their order.</param>
/// <param name="Body">What computes.</param>
/// <param name="IsEffective">Whether a prediction can depend on each line of <paramref name="Body"/>; the others are introns.</param>
/// <param name="Outputs">The number of registers from the first that hold results: one, or the scores of all classes.</param>
internal sealed record RegisterProgram(ImmutableArray<Instruction> Start, ImmutableArray<Instruction> Body, ImmutableArray<bool> IsEffective, int Outputs)
{
    /// <summary>The number of registers, of which the first holds the label, which is 0.</summary>
    public int Count => 1 + Math.Max(Outputs, Start.Concat(Body).Max(Highest));

    /// <summary>The program as one of registers; null when it is none.</summary>
    /// <param name="program">The program.</param>
    /// <param name="settings">What the task asks for.</param>
    /// <exception cref="InputException">Every feature has its register, and there are more or fewer features than that.</exception>
    public static RegisterProgram? Of(Program program, ExportSettings settings)
    {
        var lines = EffectiveLines.Of(program, settings.Kind == TaskKind.MultiClass);
        if (lines[ComponentFunction.Setup].Contains(true) || lines[ComponentFunction.Learn].Contains(true)) return null;
        var (predict, effective) = (program.Predict, lines[ComponentFunction.Predict]);
        var start = StartOf(predict);
        if (!predict.Take(start).Any(instruction => instruction.Op == Op.VectorElement)) return null;
        if (EndOf(predict, start, effective, settings) is not { } end) return null;
        var found = new RegisterProgram(predict[..start], predict[start..end], effective[start..end], Math.Max(1, settings.Classes));
        if (!found.Body.All(IsOfRegisters)) return null;
        found.CheckFeatures(settings.Dimension);
        return found;
    }

    /// <summary>The number of features of which each has its register at the start; null where that is not how <c>Predict</c> begins.</summary>
    public static int? FeaturesOf(Program program) => FeaturesOf(program.Predict.Take(StartOf(program.Predict)));

    private static int? FeaturesOf(IEnumerable<Instruction> start)
    {
        double[] positions = [.. start.Where(instruction => instruction.Op == Op.VectorElement).Select(instruction => instruction.Constant1)];
        return positions.Length > 0 && Registers.Elements(positions.Length).SequenceEqual(positions) ? positions.Length : null;
    }

    /// <summary>The line after those that set registers: all that search begins programs with, of which a simplified program may lack some.</summary>
    private static int StartOf(ImmutableArray<Instruction> predict)
    {
        var length = 0;
        while (length < predict.Length && predict[length].Output == length + 1 && IsStart(predict[length])) length++;
        var rest = predict.Skip(length);
        if (!rest.Any(instruction => instruction.Op == Op.VectorElement)) return length;
        while (length < predict.Length && IsStart(predict[length]) && (length == 0 || predict[length].Output > predict[length - 1].Output)) length++;
        return length;
    }

    /// <summary>The line where those begin that take the scores of several classes; null where they are missing or guarded.</summary>
    private static int? EndOf(ImmutableArray<Instruction> predict, int start, ImmutableArray<bool> effective, ExportSettings settings)
    {
        if (settings.Kind != TaskKind.MultiClass) return predict.Length;
        var end = Registers.End(settings.Dimension, settings.Classes).Where(instruction => instruction.Op != Op.NoOp).ToArray();
        var first = predict.Length - end.Length;
        if (first < start || !predict[first..].SequenceEqual(end)) return null;
        return first > start && effective[first - 1] && predict[first - 1].Op.Info().IsGuard ? null : first;
    }

    private static bool IsStart(Instruction instruction) => instruction.Op == Op.ScalarConstant || instruction is { Op: Op.VectorElement, Input1: 0 };

    private static bool IsOfRegisters(Instruction instruction)
    {
        var info = instruction.Op.Info();
        return !info.IsRandom && IsRegister(info.Output) && IsRegister(info.Input1) && IsRegister(info.Input2);
    }

    private static bool IsRegister(OperandType type) => type is OperandType.None or OperandType.Scalar;

    private static int Highest(Instruction instruction)
    {
        var info = instruction.Op.Info();
        return Math.Max(info.Output == OperandType.Scalar ? instruction.Output : 0, Math.Max(info.Input1 == OperandType.Scalar ? instruction.Input1 : 0, info.Input2 == OperandType.Scalar ? instruction.Input2 : 0));
    }

    /// <summary>With any other number of features the positions would be those of others than were meant.</summary>
    private void CheckFeatures(int dimension)
    {
        if (FeaturesOf(Start) is { } features && features != dimension)
            throw new InputException($"the number of features is {dimension}, expected {features}: each has its register in the program");
    }
}
