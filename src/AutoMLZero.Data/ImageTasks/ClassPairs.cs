using System.Collections.Immutable;
using AutoMLZero.Numerics;

namespace AutoMLZero.Data.ImageTasks;

/// <summary>The pairs of ten classes, as AutoML-Zero divides them (section 4.2).</summary>
internal static class ClassPairs
{
    private static readonly ImmutableArray<ImmutableArray<int>> All =
        [.. Enumerable.Range(0, 10).SelectMany(first => Enumerable.Range(first + 1, 9 - first).Select(second => ImmutableArray.Create(first, second)))];

    private static readonly ImmutableArray<(int First, int Second)> HeldOut =
        [(0, 5), (0, 9), (1, 8), (2, 9), (3, 5), (3, 6), (3, 8), (4, 6), (8, 9)];

    /// <summary>What the tasks of a kind may tell apart, in ascending order.</summary>
    /// <param name="classes">The kind.</param>
    public static ImmutableArray<ImmutableArray<int>> Of(ImageClasses classes) => classes switch
    {
        ImageClasses.SearchPairs => [.. All.Where(pair => !HeldOut.Contains((pair[0], pair[1])))],
        ImageClasses.HeldOutPairs => [.. All.Where(pair => HeldOut.Contains((pair[0], pair[1])))],
        ImageClasses.AllPairs => All,
        _ => [[.. Enumerable.Range(0, 10)]],
    };

    /// <summary>What each of a number of tasks tells apart: every pair as often as every other, give or take one, in random order.</summary>
    /// <param name="classes">The kind.</param>
    /// <param name="count">Number of tasks. A task's pair does not depend on how many follow.</param>
    /// <param name="seed">Decides the order.</param>
    public static ImmutableArray<ImmutableArray<int>> Draw(ImageClasses classes, int count, ulong seed)
    {
        var pairs = Of(classes);
        return [.. Enumerable.Range(0, (count + pairs.Length - 1) / pairs.Length).SelectMany(round => Shuffled(pairs, SplitMix.Derive(seed, (ulong)round))).Take(count)];
    }

    private static ImmutableArray<int>[] Shuffled(ImmutableArray<ImmutableArray<int>> pairs, ulong seed)
    {
        var shuffled = pairs.ToArray();
        ImageSample.Shuffle<ImmutableArray<int>>(shuffled, new RandomSource(seed));
        return shuffled;
    }
}
