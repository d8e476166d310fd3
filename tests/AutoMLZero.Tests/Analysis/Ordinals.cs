using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Tests.Analysis;

/// <summary>Ordinals of random instructions: what they draw depends on them.</summary>
internal static class Ordinals
{
    /// <summary>Counts the random instructions of each function in the order in which they stand.</summary>
    public static Func<ComponentFunction, int, int> InOrder(Program program) =>
        (function, index) => program[function].Take(index).Count(instruction => instruction.Op.Info().IsRandom);

    /// <summary>The ordinals of the instructions whose draws matter, in the order of the original program.</summary>
    public static IEnumerable<(ComponentFunction Function, int Ordinal)> OfEffective(EffectiveProgram effective, Program original) =>
        from function in Functions.All
        from index in Enumerable.Range(0, original[function].Length)
        let ordinal = effective.RandomOrdinal(function, index)
        where ordinal >= 0
        select (function, ordinal);
}
