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

    /// <summary>Of these few, many pairs follow each other that the loop has as one.</summary>
    private static readonly ImmutableArray<Op> Pairs = [Op.ScalarMultiply, Op.VectorScale, Op.VectorAdd, Op.VectorSubtract, Op.VectorDot];

    /// <summary>All that the loop has; vectors come from the features.</summary>
    private static readonly ImmutableArray<Op> WithoutKernels = [.. Ops[..^2]];

    /// <summary>The addresses that the programs use.</summary>
    public static MemoryShape Shape { get; } = new(4, 3, 0);

    /// <summary>Some programs, of several kinds in turn; most can run without kernels.</summary>
    public static IEnumerable<Program> Draw(int count, ulong seed)
    {
        ProgramGenerator[] generators = [Generator(Initial, Ops), Generator(Initial, Pairs), Generator([Op.ScalarConstant], WithoutKernels), Generator([Op.ScalarConstant], Pairs), Generator([Op.ScalarConstant], Pairs)];
        var random = new RandomSource(seed);
        return Enumerable.Range(0, count).Select(i => generators[i % generators.Length].Random(random)).ToList();
    }

    private static ProgramGenerator Generator(ImmutableArray<Op> initial, ImmutableArray<Op> ops) =>
        new(new SearchSpace(Shape, new(initial, 6, 6), new(ops, 4, 4), new(ops, 7, 7)));
}
