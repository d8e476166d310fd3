using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>How a table becomes examples.</summary>
public sealed record TableSettings
{
    /// <summary>Name of the column to predict.</summary>
    public required string Target { get; init; }

    /// <summary>What is to be predicted; found out from the target's values when null.</summary>
    public TableTask? Task { get; init; }

    /// <summary>
    /// Whether missing values are filled in, with the mean or the commonest word of the training rows, and rows without target left out; else they
    /// are refused.
    /// </summary>
    public bool Impute { get; init; }

    /// <summary>Columns that are not used.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>The share of rows that programs never learn from, more than 0 and at most 0.5.</summary>
    public double HeldOutShare { get; init; } = 0.2;

    /// <summary>Decides which rows those are.</summary>
    public ulong SplitSeed { get; init; }

    /// <summary>Whether numbers get the mean 0 and the standard deviation 1; else programs see them as they are in the file, and words as 0 and 1.</summary>
    public bool Standardize { get; init; } = true;

    /// <summary>Whether both say the same.</summary>
    /// <param name="other">What to compare with.</param>
    public bool Equals(TableSettings? other) =>
        other is not null && Target == other.Target && Task == other.Task && Impute == other.Impute && HeldOutShare == other.HeldOutShare
        && SplitSeed == other.SplitSeed && Standardize == other.Standardize && Ignore.AsSpan().SequenceEqual(other.Ignore.AsSpan());

    /// <summary>A hash for use within one process only.</summary>
    public override int GetHashCode() => HashCode.Combine(Target, Task, Impute, HeldOutShare, SplitSeed, Ignore.Length);

    internal void CheckHeldOutShare()
    {
        if (!(HeldOutShare is > 0 and <= 0.5)) throw new InputException($"the share of held-out rows is {HeldOutShare}, expected more than 0 and at most 0.5");
    }
}
