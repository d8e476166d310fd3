using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Reproduction.Champions;

/// <summary>
/// Random search of constants, all at once: each is multiplied by a factor, log-uniform in [1e-3, 1e3], as the paper tunes its best programs.
/// </summary>
internal static class ConstantSearch
{
    private static readonly double LogOfLargestFactor = Math.Log(1000);

    /// <summary>A candidate.</summary>
    /// <param name="program">The program to tune.</param>
    /// <param name="number">Which candidate: the first, 0, is the program itself.</param>
    /// <param name="seed">Decides the factors.</param>
    public static Program Candidate(Program program, int number, ulong seed)
    {
        if (number == 0) return program;
        var random = new RandomSource(seed);
        return new Program(Scale(program.Setup, random), Scale(program.Predict, random), Scale(program.Learn, random));
    }

    private static ImmutableArray<Instruction> Scale(ImmutableArray<Instruction> instructions, RandomSource random) =>
        [.. instructions.Select(instruction => Scale(instruction, random))];

    private static Instruction Scale(Instruction instruction, RandomSource random)
    {
        var roles = instruction.Op.Info().Constants;
        for (var i = 0; i < roles.Length; i++)
        {
            if (roles[i] == ConstantRole.Index) continue;
            var factor = Elementary.Exp(((2 * random.NextDouble()) - 1) * LogOfLargestFactor);
            instruction = instruction.WithConstant(i, instruction.Constant(i) * factor);
        }

        return instruction;
    }
}
