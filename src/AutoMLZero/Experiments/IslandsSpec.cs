using System.Collections.Immutable;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>
/// The islands of an experiment: searches with populations and random choices of their own, which meet after each epoch. Their number is part of
/// the spec, so that the result does not depend on how many threads there are.
/// </summary>
public sealed record IslandsSpec
{
    /// <summary>One island.</summary>
    public static IslandsSpec One { get; } = new();

    /// <summary>Number of islands, 1 to 1024.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Individuals that each island makes in an epoch, at least 1.</summary>
    public long EpochLength { get; init; } = 10_000;

    /// <summary>How islands exchange individuals between epochs.</summary>
    public MigrationKind Migration { get; init; } = MigrationKind.None;

    /// <summary>How many individuals an island receives in a ring or from a random island, at least 1; halves say it by themselves.</summary>
    public int Migrants { get; init; } = 1;

    /// <summary>
    /// The search tasks of the islands, in turn: island i has number i modulo their number. Empty when all have those of <see cref="TaskSplits"/>.
    /// </summary>
    public ImmutableArray<TaskSource> Tasks { get; init; } = [];

    /// <summary>Whether both say the same.</summary>
    /// <param name="other">What to compare with.</param>
    public bool Equals(IslandsSpec? other) =>
        other is not null && Count == other.Count && EpochLength == other.EpochLength && Migration == other.Migration
        && Migrants == other.Migrants && Tasks.SequenceEqual(other.Tasks);

    /// <summary>A hash for use within one process only.</summary>
    public override int GetHashCode() => HashCode.Combine(Count, EpochLength, Migration, Migrants, Tasks.Length);
}
