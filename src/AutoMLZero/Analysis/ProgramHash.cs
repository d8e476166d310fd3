using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Analysis;

/// <summary>A hash of instructions that is the same on every machine.</summary>
internal static class ProgramHash
{
    private const ulong Odd = 0xD6E8FEB86659FD93;

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

    /// <summary>The hash of the effective instructions of a program as they are written, whatever its introns. Quicker than the other.</summary>
    public static ulong Of(Program program, Liveness liveness)
    {
        var hash = 0UL;
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            hash = Fold(hash + SplitMix.Increment, Odd);
            var instructions = program[function].AsSpan();
            if (liveness.Few is { } few)
            {
                for (var left = few.Effective(function); left != 0; left &= left - 1)
                    hash = AddWritten(hash, instructions[BitOperations.TrailingZeroCount(left)]);
            }
            else
            {
                foreach (var i in liveness.Effective(function)) hash = AddWritten(hash, instructions[i]);
            }
        }

        return hash;
    }

    /// <summary>What is folded for an instruction does not wait for the hash before it, and is the same with and without a first constant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong AddWritten(ulong hash, in Instruction instruction)
    {
        var folded = Fold(Addresses(instruction) + SplitMix.Increment, BitConverter.DoubleToUInt64Bits(instruction.Constant1) ^ Odd);
        hash = Fold(hash + folded, SplitMix.Increment);
        if (instruction.Op <= Op.ScalarConstant) return hash;
        hash = Fold(hash + BitConverter.DoubleToUInt64Bits(instruction.Constant2), Odd);
        return Fold(hash + BitConverter.DoubleToUInt64Bits(instruction.Constant3), Odd);
    }

    private static ulong Add(ulong hash, in Instruction instruction)
    {
        hash = SplitMix.Mix((hash * 3) + Addresses(instruction));
        if (instruction.Op < Op.ScalarConstant) return hash;
        hash = SplitMix.Mix((hash * 3) + BitConverter.DoubleToUInt64Bits(instruction.Constant1));
        hash = SplitMix.Mix((hash * 3) + BitConverter.DoubleToUInt64Bits(instruction.Constant2));
        return SplitMix.Mix((hash * 3) + BitConverter.DoubleToUInt64Bits(instruction.Constant3));
    }

    private static ulong Addresses(in Instruction instruction) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(instruction.Code) : instruction.Code;

    /// <summary>Both halves of a product, which each bit of the first factor changes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong bits, ulong factor)
    {
        var high = Math.BigMul(bits, factor, out var low);
        return high ^ low;
    }
}
