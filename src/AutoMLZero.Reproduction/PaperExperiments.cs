using System.Collections.Immutable;
using AutoMLZero.Reproduction.Ablations;
using AutoMLZero.Reproduction.Adaptation;
using AutoMLZero.Reproduction.Champions;
using AutoMLZero.Reproduction.Difficulty;
using AutoMLZero.Reproduction.Nonlinear;
using AutoMLZero.Reproduction.Scratch;

namespace AutoMLZero.Reproduction;

/// <summary>The experiments of the paper that can be repeated.</summary>
public static class PaperExperiments
{
    /// <summary>All, in the order of the paper.</summary>
    public static ImmutableArray<PaperExperiment> All { get; } =
    [
        new DifficultyExperiment(),
        new NonlinearExperiment(),
        new ChampionExperiment(),
        new FromScratchExperiment(),
        new FewExamplesExperiment(),
        new FastTrainingExperiment(),
        new MulticlassExperiment(),
        new AblationExperiment(),
    ];

    /// <summary>The experiment of a name; null when there is none.</summary>
    /// <param name="name">The name.</param>
    public static PaperExperiment? Find(string name) => All.FirstOrDefault(experiment => experiment.Name == name);
}
