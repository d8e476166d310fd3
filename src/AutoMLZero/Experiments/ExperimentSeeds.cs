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

    /// <summary>The seed of the search tasks of an island, which islands with equal <see cref="IslandsSpec.Tasks"/> share.</summary>
    /// <param name="seed">Seed of the series.</param>
    /// <param name="index">Which experiment, from 0.</param>
    /// <param name="mix">Which of the islands' tasks, from 0; those of the first are those of the experiment.</param>
    public static ulong SearchTasks(ulong seed, int index, int mix) => Part(SearchTasks(seed, index), mix);

    /// <summary>The seed of the random choices of an island.</summary>
    /// <param name="seed">Seed of the series.</param>
    /// <param name="index">Which experiment, from 0.</param>
    /// <param name="island">Which island, from 0; the choices of the first are those of an experiment without islands.</param>
    public static ulong Search(ulong seed, int index, int island) => Part(Search(seed, index), island);

    /// <summary>The seed of a migration.</summary>
    /// <param name="seed">Seed of the series.</param>
    /// <param name="index">Which experiment, from 0.</param>
    /// <param name="epoch">After which epoch, from 1.</param>
    public static ulong Migration(ulong seed, int index, long epoch) => SplitMix.Derive(SplitMix.Derive(Experiment(seed, index), 2), (ulong)epoch);

    /// <summary>The seed of the selection tasks.</summary>
    /// <param name="seed">Seed of the series.</param>
    public static ulong SelectTasks(ulong seed) => SplitMix.Derive(seed, ulong.MaxValue);

    /// <summary>The seed of the unseen tasks.</summary>
    /// <param name="seed">Seed of the series.</param>
    public static ulong TestTasks(ulong seed) => SplitMix.Derive(seed, ulong.MaxValue - 1);

    /// <summary>The seed of the random choices of tuning the champion of an experiment.</summary>
    /// <param name="seed">Seed of the series.</param>
    /// <param name="index">Which experiment, from 0.</param>
    public static ulong Tuning(ulong seed, int index) => SplitMix.Derive(Experiment(seed, index), 3);

    /// <summary>The seed of the random choices of tuning a given program.</summary>
    /// <param name="seed">Seed of the tasks.</param>
    public static ulong Tuning(ulong seed) => SplitMix.Derive(seed, ulong.MaxValue - 2);

    private static ulong Part(ulong seed, int number) => number == 0 ? seed : SplitMix.Derive(seed, (ulong)number);

    private static ulong Experiment(ulong seed, int index) => SplitMix.Derive(seed, (ulong)index);
}
