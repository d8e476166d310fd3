using System.Collections.Immutable;
using AutoMLZero.Numerics;

namespace AutoMLZero.Data.ImageTasks;

/// <summary>What is known of a task before images are read.</summary>
/// <param name="Name">A name for reports, such as <c>cifar10-3-5-0</c>.</param>
/// <param name="Classes">The classes that it tells apart, in ascending order.</param>
/// <param name="Seed">Decides its images and its projection; unrelated to that of other tasks.</param>
internal sealed record ImageTaskPlan(string Name, ImmutableArray<int> Classes, ulong Seed)
{
    /// <summary>The plans of a set. Each depends on the seed and its number, not on how many there are.</summary>
    /// <param name="settings">Which tasks.</param>
    /// <param name="seed">Seed of the set.</param>
    public static ImmutableArray<ImageTaskPlan> Of(ImageTaskSettings settings, ulong seed) =>
    [
        .. ClassPairs.Draw(settings.Classes, settings.Count, SplitMix.Derive(seed, 0))
            .Select((classes, index) => new ImageTaskPlan(NameOf(settings, classes, index), classes, SplitMix.Derive(seed, (ulong)index + 1))),
    ];

    private static string NameOf(ImageTaskSettings settings, ImmutableArray<int> classes, int index) =>
        settings.MultiClasses > 0 ? $"{settings.DataSet.Name}-{index}" : $"{settings.DataSet.Name}-{string.Join('-', classes)}-{index}";
}
