using System.Collections.Immutable;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>
/// An experiment at the end of an epoch. The same for the same spec and seed, whatever the number of threads.
/// </summary>
public sealed record Epoch
{
    /// <summary>Which experiment of the series, from 0.</summary>
    public required int Experiment { get; init; }

    /// <summary>Which epoch of the experiment, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The islands.</summary>
    public required ImmutableArray<IslandEpoch> Islands { get; init; }

    /// <summary>
    /// The fitness of the individuals alive on all islands, before any migrate; null when the search keeps no population. Those that a hurdle stopped
    /// count with their first fitness.
    /// </summary>
    public FitnessQuantiles? Population { get; init; }

    /// <summary>The best so far on the selection tasks; null before any individual was tried on them.</summary>
    public required Champion? Champion { get; init; }

    /// <summary>Whether the champion suffices: then the experiment ends.</summary>
    public required bool IsSolved { get; init; }

    /// <summary>Whether the experiment ends with this epoch.</summary>
    public required bool IsLast { get; init; }

    /// <summary>
    /// SHA-256 of populations, random streams, counters and champions after migration, in hexadecimal; null when it was not asked for
    /// (<see cref="SeriesOptions.WithDigests"/>).
    /// </summary>
    public required string? Digest { get; init; }

    /// <summary>What the experiment did so far, over all islands.</summary>
    public SearchCounters Counters => Islands.Aggregate(default(SearchCounters), (sum, island) => sum + island.Counters);

    /// <summary>The best individual of the experiment so far, of the first island on a tie; null when there is none.</summary>
    public Individual? Best => Islands.Select(island => island.Best).Aggregate(
        default(Individual), (best, other) => best is null || other?.Fitness > best.Fitness ? other : best);
}
