using System.Collections.Immutable;
using AutoMLZero.Experiments;
using AutoMLZero.Insight.Explanations;
using AutoMLZero.Language;
using AutoMLZero.Reports.Comparison;
using AutoMLZero.Reports.Milestones;
using AutoMLZero.Reports.Pictures;
using AutoMLZero.Runs;

namespace AutoMLZero.Reports;

/// <summary>All that a report of a run says.</summary>
internal sealed record ReportContent
{
    /// <summary>The run.</summary>
    public required RunHistory Run { get; init; }

    /// <summary>Its best program.</summary>
    public required Program Program { get; init; }

    /// <summary>The program as it was found.</summary>
    public required Listing Listing { get; init; }

    /// <summary>What the program does; null when it has guards that matter, whose data flow is not followed.</summary>
    public required Explanation? Explanation { get; init; }

    /// <summary>What each of its lines is worth on the selection tasks; null when that was not measured.</summary>
    public required Ablation? Ablation { get; init; }

    /// <summary>The program, and others to compare it with, on the test tasks.</summary>
    public required ImmutableArray<TestedProgram> Tested { get; init; }

    /// <summary>Where the techniques of the champion came from.</summary>
    public required ImmutableArray<Milestone> Milestones { get; init; }

    /// <summary>The pictures of the course of the search.</summary>
    public required ImmutableArray<Picture> Pictures { get; init; }

    /// <summary>The picture of the comparison; null when there is nothing to compare by task.</summary>
    public required Picture? Difference { get; init; }

    /// <summary>The command that repeats the search with a preset; null when it takes the spec.</summary>
    public required string? PresetCommand { get; init; }

    /// <summary>The version of the program that writes the report.</summary>
    public required string Version { get; init; }

    /// <summary>The spec.</summary>
    public ExperimentSpec Spec => Run.Spec;
}
