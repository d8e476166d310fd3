using System.Collections.Immutable;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tests.Oracle;

/// <summary>Random programs spread over numbers of tasks, features and epochs and over all kinds of task; the fewer, the larger F is.</summary>
internal static class FitnessBatches
{
    private const int ProgramsOfBatch = 10;

    private static readonly ImmutableArray<int> TaskCounts = [1, 3, 10, 17];
    private static readonly ImmutableArray<int> EpochCounts = [1, 3];
    private static readonly ImmutableArray<bool> Kinds = [false, true];
    private static readonly ImmutableArray<double> MaxAbsErrors = [100, 100, 1, 1e6];
    private static readonly ImmutableArray<MemoryShape> Shapes = [new(6, 5, 2), new(4, 4, 1), new(9, 7, 3)];

    private static readonly ImmutableArray<(int Dimension, int Batches)> Sizes =
        [(1, 40), (2, 30), (3, 30), (4, 30), (7, 10), (8, 5), (12, 2), (16, 5), (32, 1), (40, 1)];

    /// <summary>All batches, some 20,000 programs.</summary>
    /// <param name="precision">The number format.</param>
    /// <param name="part">One batch of so many, but at least one of each configuration.</param>
    /// <param name="extensions">Whether programs have operations beyond the paper's, too.</param>
    public static IEnumerable<FitnessBatch> All(Precision precision, int part = 1, bool extensions = false) =>
        from size in Sizes
        from tasks in TaskCounts
        from epochs in EpochCounts
        from multiClass in Kinds
        where !multiClass || size.Dimension > 1
        from number in Enumerable.Range(0, Math.Max(1, size.Batches / part))
        let seed = Seed(size.Dimension, tasks, epochs, multiClass ? 1 : 0, number)
        select Batch(new RandomSource(seed), new(tasks, size.Dimension, epochs, multiClass, Huge(precision)), multiClass, precision, extensions);

    private static FitnessBatch Batch(RandomSource random, RandomTaskSets taskSets, bool multiClass, Precision precision, bool extensions)
    {
        var settings = new EvaluationSettings
        {
            Combine = random.NextInt(2) == 0 ? Combination.Mean : Combination.Median,
            MaxAbsError = MaxAbsErrors[random.NextInt(MaxAbsErrors.Length)],
            Precision = precision,
        };
        var programs = new RandomPrograms(Shapes[random.NextInt(Shapes.Length)], multiClass, extensions);
        var tasks = taskSets.Next(random);
        return new FitnessBatch(tasks, settings, [.. Enumerable.Range(0, ProgramsOfBatch).Select(_ => programs.Next(random))]);
    }

    private static double Huge(Precision precision) => precision == Precision.Bits64 ? 1e200 : 1e30;

    private static ulong Seed(params ReadOnlySpan<int> numbers)
    {
        var seed = 0UL;
        foreach (var number in numbers) seed = SplitMix.Derive(seed, (ulong)number);
        return seed;
    }
}
