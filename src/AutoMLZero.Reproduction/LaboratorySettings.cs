using System.Collections.Immutable;
using AutoMLZero.Experiments;

namespace AutoMLZero.Reproduction;

/// <summary>How and where experiments are done.</summary>
public sealed record LaboratorySettings
{
    /// <summary>How large experiments are.</summary>
    public required Scale Scale { get; init; }

    /// <summary>Sizes of an experiment in place of those of the scale, each at least 1.</summary>
    public ImmutableSortedDictionary<string, long> Sizes { get; init; } = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>Decides all random choices.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Number of threads, at least 1; it changes no result.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Presets and kinds of tasks, those of images included.</summary>
    public required SpecCatalog Catalog { get; init; }

    /// <summary>The clock, for progress alone.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Hears how far experiments are, on working threads, never twice at once; null when nobody listens.</summary>
    public IProgress<ReproductionProgress>? Progress { get; init; }
}
