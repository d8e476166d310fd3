using AutoMLZero.Numerics;

namespace AutoMLZero.Experiments;

/// <summary>Which seed decides what. All derive from the seed of a series, so that nothing is drawn twice.</summary>
public static class ExperimentSeeds
{
    /// <summary>The seed of the search tasks of an experiment.</summary>
    /// <param name="seed">Seed of the series.</param>
    /// <param name="index">Which experiment, from 0.</param>
    public static ulong SearchTasks(ulong seed, int index) => SplitMix.Derive(Experiment(seed, index), 0);

    /// <summary>The seed of the random choices of an experiment.</summary>
    /// <param name="seed">Seed of the series.</param>
    /// <param name="index">Which experiment, from 0.</param>
    public static ulong Search(ulong seed, int index) => SplitMix.Derive(Experiment(seed, index), 1);

    /// <summary>The seed of the selection tasks.</summary>
    /// <param name="seed">Seed of the series.</param>
    public static ulong SelectTasks(ulong seed) => SplitMix.Derive(seed, ulong.MaxValue);

    /// <summary>The seed of the unseen tasks.</summary>
    /// <param name="seed">Seed of the series.</param>
    public static ulong TestTasks(ulong seed) => SplitMix.Derive(seed, ulong.MaxValue - 1);

    private static ulong Experiment(ulong seed, int index) => SplitMix.Derive(seed, (ulong)index);
}
