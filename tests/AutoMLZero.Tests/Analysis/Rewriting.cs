using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tests.Analysis;

/// <summary>Changes of a program that change no prediction.</summary>
internal static class Rewriting
{
    /// <summary>Renames addresses, in all functions alike, apart from those that the task knows.</summary>
    public static Program Rename(Program program, bool multiClass, RandomSource random)
    {
        byte[][] names = [[0], Names(2, random), Names(multiClass ? 3 : 1, random), Names(0, random)];
        return program.Change(function => [.. function.Select(instruction => Rename(instruction, names))]);
    }

    /// <summary>Swaps the operands of half of the instructions whose operands commute.</summary>
    public static Program SwapOperands(Program program, RandomSource random) => program.Change(function =>
        [.. function.Select(instruction => instruction.Op.Info().Commutes && random.NextInt(2) == 0
            ? instruction with { Input1 = instruction.Input2, Input2 = instruction.Input1 }
            : instruction)]);

    /// <summary>Swaps instructions that stand side by side, neither of which needs the other to come first, many times.</summary>
    public static Program Reorder(Program program, RandomSource random) => program.Change(function => Reorder(function, random));

    private static ImmutableArray<Instruction> Reorder(ImmutableArray<Instruction> function, RandomSource random)
    {
        var instructions = function.ToBuilder();
        for (var swap = 0; swap < function.Length * function.Length && function.Length > 1; swap++)
        {
            var i = random.NextInt(function.Length - 1);
            var (first, second) = (instructions[i], instructions[i + 1]);
            if (AreIndependent(first, second)) (instructions[i], instructions[i + 1]) = (second, first);
        }

        return instructions.ToImmutable();
    }

    private static bool AreIndependent(Instruction first, Instruction second) =>
        first.Written() != second.Written() && !second.Read().Contains(first.Written()) && !first.Read().Contains(second.Written());

    /// <summary>A permutation of all addresses that leaves the first ones alone.</summary>
    private static byte[] Names(int reserved, RandomSource random)
    {
        byte[] names = [.. Enumerable.Range(0, MemoryShape.MaxAddresses).Select(address => (byte)address)];
        for (var i = names.Length - 1; i > reserved; i--)
        {
            var j = reserved + random.NextInt(i + 1 - reserved);
            (names[i], names[j]) = (names[j], names[i]);
        }

        return names;
    }

    private static Instruction Rename(Instruction instruction, byte[][] names)
    {
        var info = instruction.Op.Info();
        return instruction with
        {
            Output = names[(int)info.Output][instruction.Output],
            Input1 = names[(int)info.Input1][instruction.Input1],
            Input2 = names[(int)info.Input2][instruction.Input2],
        };
    }
}
