using System.Collections.Immutable;
using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Reports;

/// <summary>What a report depends on besides its run.</summary>
public sealed record ReportSettings
{
    /// <summary>The kinds of tasks that the spec may have, and the presets.</summary>
    public SpecCatalog Catalog { get; init; } = SpecCatalog.Core;

    /// <summary>
    /// Programs to compare the best one with, made for the spec and seed of the run; the built-in ones when null.
    /// </summary>
    public Func<ExperimentSpec, ulong, ImmutableArray<(string Name, Program Program)>>? Others { get; init; }

    /// <summary>The version of the program that writes the report.</summary>
    public string Version { get; init; } = "";
}
