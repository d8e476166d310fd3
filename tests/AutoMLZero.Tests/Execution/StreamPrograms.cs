using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Execution;

/// <summary>Random programs made mostly of the operations that the loop for 4 features has, and of a few that it leaves to kernels.</summary>
internal static class StreamPrograms
{
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
        var function = new FunctionSpace(Ops, 5, 5);
        var generator = new ProgramGenerator(new SearchSpace(Shape, function, function with { InitialLength = 3 }, function with { InitialLength = 7, MaxLength = 7 }), Program.Empty);
        var random = new RandomSource(seed);
        return Enumerable.Range(0, count).Select(_ => generator.Random(random)).ToList();
    }
}
