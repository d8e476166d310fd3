using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Export;

/// <summary>
/// A program of linear genetic programming: <c>Predict</c> begins with instructions that set the scalars <c>s1</c>, <c>s2</c>, ... one after the other to
/// features or numbers, and then computes with scalars only; nothing else matters.
/// </summary>
/// <param name="Start">What sets the registers, in their order.</param>
/// <param name="Body">What computes.</param>
/// <param name="IsEffective">Whether a prediction can depend on each line of <paramref name="Body"/>; the others are introns.</param>
internal sealed record RegisterProgram(ImmutableArray<Instruction> Start, ImmutableArray<Instruction> Body, ImmutableArray<bool> IsEffective)
{
    /// <summary>The number of registers, of which the first holds the label, which is 0.</summary>
    public int Count => Start.Length + 1;

    /// <summary>The program as one of registers; null when it is none.</summary>
    /// <param name="program">The program.</param>
    /// <param name="kind">What the task asks for.</param>
    public static RegisterProgram? Of(Program program, TaskKind kind)
    {
        if (kind == TaskKind.MultiClass) return null;
        var lines = EffectiveLines.Of(program);
        if (lines[ComponentFunction.Setup].Contains(true) || lines[ComponentFunction.Learn].Contains(true)) return null;
        var start = StartOf(program.Predict);
        if (start < 1 || !program.Predict.Take(start).Any(instruction => instruction.Op == Op.VectorElement)) return null;
        var found = new RegisterProgram(program.Predict[..start], program.Predict[start..], lines[ComponentFunction.Predict][start..]);
        return found.Body.All(found.IsOfRegisters) ? found : null;
    }

    private static int StartOf(ImmutableArray<Instruction> predict)
    {
        var length = 0;
        while (length < predict.Length && predict[length].Output == length + 1 && IsStart(predict[length])) length++;
        return length;
    }

    private static bool IsStart(in Instruction instruction) => instruction.Op == Op.ScalarConstant || instruction is { Op: Op.VectorElement, Input1: 0 };

    private bool IsOfRegisters(Instruction instruction)
    {
        var info = instruction.Op.Info();
        return !info.IsRandom && IsRegister(info.Output, instruction.Output) && IsRegister(info.Input1, instruction.Input1) && IsRegister(info.Input2, instruction.Input2);
    }

    private bool IsRegister(OperandType type, byte address) => type == OperandType.None || (type == OperandType.Scalar && address < Count);
}
