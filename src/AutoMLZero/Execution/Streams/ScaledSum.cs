using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Execution.Streams;

/// <summary>A vector times a scalar that is only added to another vector, by the next instruction.</summary>
/// <param name="Output">The vector written.</param>
/// <param name="Addend">The other vector.</param>
/// <param name="Scalar">The scalar.</param>
/// <param name="Vector">The vector that it scales.</param>
internal readonly record struct ScaledSum(byte Output, byte Addend, byte Scalar, byte Vector)
{
    /// <summary>Whether there is one.</summary>
    public bool IsFound { get; private init; }

    /// <summary>Looks for one.</summary>
    /// <param name="program">The program.</param>
    /// <param name="instructions">The instructions of a function.</param>
    /// <param name="index">The place there of the product.</param>
    public static ScaledSum Find(EffectiveCode program, ReadOnlySpan<Instruction> instructions, int index)
    {
        if (index + 1 == instructions.Length) return default;
        ref readonly var scale = ref instructions[index];
        ref readonly var sum = ref instructions[index + 1];
        var product = scale.Output;
        var isSecond = sum.Input2 == product;
        if (isSecond == (sum.Input1 == product)) return default;
        if (sum.Op != Op.VectorAdd) return default;
        if (sum.Output != product && !IsLost(program, instructions[(index + 2)..], product)) return default;
        return new(sum.Output, isSecond ? sum.Input1 : sum.Input2, scale.Input1, scale.Input2) { IsFound = true };
    }

    /// <summary>Whether what is in a vector is written over before it is read, or nothing but the sum reads that vector.</summary>
    private static bool IsLost(EffectiveCode program, ReadOnlySpan<Instruction> rest, byte vector)
    {
        foreach (ref readonly var instruction in rest)
        {
            if (CountReads(instruction, vector) > 0) return false;
            if (OpSignature.Of(instruction.Op).Output == OperandType.Vector && instruction.Output == vector) return true;
        }

        var count = 0;
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            foreach (ref readonly var instruction in program[function]) count += CountReads(instruction, vector);
        }

        return count == 1;
    }

    private static int CountReads(in Instruction instruction, byte vector)
    {
        ref readonly var types = ref OpSignature.Of(instruction.Op);
        return (types.Input1 == OperandType.Vector && instruction.Input1 == vector ? 1 : 0)
            + (types.Input2 == OperandType.Vector && instruction.Input2 == vector ? 1 : 0)
            + (types.Keeps && types.Output == OperandType.Vector && instruction.Output == vector ? 1 : 0);
    }
}
