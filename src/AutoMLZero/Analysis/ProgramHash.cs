using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Analysis;

/// <summary>A hash of instructions that is the same on every machine.</summary>
internal static class ProgramHash
{
    /// <summary>The hash of effective instructions.</summary>
    public static ulong Of(EffectiveCode code)
    {
        var hash = 0UL;
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            hash = SplitMix.Mix(hash + (ulong)code[function].Length + SplitMix.Increment);
            foreach (ref readonly var instruction in code[function]) hash = Add(hash, instruction);
        }

        return hash;
    }

    /// <summary>The hash of the effective instructions of a program as they are written, whatever its introns.</summary>
    public static ulong Of(Program program, Liveness liveness)
    {
        var hash = 0UL;
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            hash = SplitMix.Mix(hash + SplitMix.Increment);
            var instructions = program[function].AsSpan();
            for (var i = 0; i < instructions.Length; i++)
            {
                if (liveness.IsEffective(function, i)) hash = Add(hash, instructions[i]);
            }
        }

        return ~hash;
    }

    private static ulong Add(ulong hash, in Instruction instruction)
    {
        var addresses = ((ulong)instruction.Op << 24) | ((ulong)instruction.Output << 16) | ((ulong)instruction.Input1 << 8) | instruction.Input2;
        hash = SplitMix.Mix((hash * 3) + addresses);
        if (instruction.Op < Op.ScalarConstant) return hash;
        hash = SplitMix.Mix((hash * 3) + BitConverter.DoubleToUInt64Bits(instruction.Constant1));
        hash = SplitMix.Mix((hash * 3) + BitConverter.DoubleToUInt64Bits(instruction.Constant2));
        return SplitMix.Mix((hash * 3) + BitConverter.DoubleToUInt64Bits(instruction.Constant3));
    }
}
