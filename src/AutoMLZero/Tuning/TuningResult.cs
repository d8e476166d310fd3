using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Tuning;

/// <summary>What tuning found. The same for the same program, settings and seed, whatever the number of threads, unless it was canceled.</summary>
public sealed record TuningResult
{
    /// <summary>The best program: the untuned one, with other constants. The untuned one itself when none was better.</summary>
    public required Program Program { get; init; }

    /// <summary>The fitness of the untuned program on the tasks that it was tuned on.</summary>
    public required double FitnessBefore { get; init; }

    /// <summary>The best fitness on the tasks that the program was tuned on: for a fair one, other tasks are needed.</summary>
    public required double Fitness { get; init; }

    /// <summary>Number of programs evaluated; 1 when there is nothing to tune.</summary>
    public required long Evaluations { get; init; }

    /// <summary>The constants that could be changed, in the order of the program.</summary>
    public required ImmutableArray<TunedConstant> Constants { get; init; }

    /// <summary>The untuned program, and each that was better than all before it.</summary>
    public required ImmutableArray<TuningStep> Curve { get; init; }

    /// <summary>Whether the caller ended it before all programs were evaluated.</summary>
    public required bool IsCanceled { get; init; }
}
