using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Analysis;

/// <summary>A random program to analyse.</summary>
/// <param name="Program">The program.</param>
/// <param name="MultiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
/// <param name="Random">Decides what is done to the program.</param>
internal sealed record Sample(Program Program, bool MultiClass, RandomSource Random)
{
    private static readonly MemoryShape[] Shapes = [new(6, 5, 2), new(4, 4, 1), new(9, 7, 3)];

    /// <summary>Programs over all operations, half of them with random instructions around a learner.</summary>
    /// <param name="count">Number of programs.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    /// <param name="extensions">Whether programs have operations beyond the paper's, too.</param>
    public static IEnumerable<Sample> Some(int count, bool multiClass, bool extensions = false)
    {
        for (var number = 0; number < count; number++)
        {
            var random = new RandomSource(SplitMix.Derive(multiClass ? 2UL : 1UL, (ulong)number));
            var programs = new RandomPrograms(Shapes[number % Shapes.Length], multiClass, extensions);
            yield return new Sample(programs.Next(random), multiClass, random);
        }
    }
}
