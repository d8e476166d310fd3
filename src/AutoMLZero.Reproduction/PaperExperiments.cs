using System.Collections.Immutable;
using AutoMLZero.Reproduction.Difficulty;

namespace AutoMLZero.Reproduction;

/// <summary>The experiments of the paper that can be repeated.</summary>
public static class PaperExperiments
{
    /// <summary>All, in the order of the paper.</summary>
    public static ImmutableArray<PaperExperiment> All { get; } =
    [
        new DifficultyExperiment(),
    ];

    /// <summary>The experiment of a name; null when there is none.</summary>
    /// <param name="name">The name.</param>
    public static PaperExperiment? Find(string name) => All.FirstOrDefault(experiment => experiment.Name == name);
}
