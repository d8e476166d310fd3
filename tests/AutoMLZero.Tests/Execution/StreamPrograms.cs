using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Execution;

/// <summary>Random programs made mostly of the operations that the loop for 4 features has, and of a few that it leaves to kernels.</summary>
internal static class StreamPrograms
{
    /// <summary>What makes memory other than zero, so that a wrong operation shows.</summary>
    private static readonly ImmutableArray<Op> Initial = [Op.ScalarConstant, Op.VectorGaussian];

    private static readonly ImmutableArray<Op> Ops =
    [
        Op.ScalarAdd, Op.ScalarSubtract, Op.ScalarMultiply, Op.VectorScale, Op.VectorAdd, Op.VectorSubtract, Op.VectorMultiply, Op.VectorDot,
        Op.ScalarConstant, Op.VectorMaximum, Op.ScalarGaussian,
    ];

    /// <summary>The addresses that the programs use.</summary>
    public static MemoryShape Shape { get; } = new(4, 3, 0);

    /// <summary>Some programs.</summary>
    public static IEnumerable<Program> Draw(int count, ulong seed)
    {
        var space = new SearchSpace(Shape, new(Initial, 6, 6), new(Ops, 4, 4), new(Ops, 7, 7));
        var generator = new ProgramGenerator(space);
        var random = new RandomSource(seed);
        return Enumerable.Range(0, count).Select(_ => generator.Random(random)).ToList();
    }
}
