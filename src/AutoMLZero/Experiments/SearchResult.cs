using AutoMLZero.Language;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>What a search found. The same for the same spec and seed, times apart, unless time or the user ended it.</summary>
public sealed record SearchResult
{
    /// <summary>The spec's name.</summary>
    public required string Name { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What ended the search.</summary>
    public required StopReason Stop { get; init; }

    /// <summary>Whether the selection fitness reached what the spec calls solved.</summary>
    public bool Success => Stop == StopReason.Solved;

    /// <summary>The best program; null when the search was stopped before its first individual.</summary>
    public required Program? Program { get; init; }

    /// <summary>The program's fitness on the search tasks of its experiment.</summary>
    public required double? SearchFitness { get; init; }

    /// <summary>The program's fitness on the selection tasks; null when the search was canceled before any champion was tried.</summary>
    public required double? SelectFitness { get; init; }

    /// <summary>How the program was tuned, and what it was before; null when it was not.</summary>
    public ChampionTuning? Tuning { get; init; }

    /// <summary>The program's fitness on unseen tasks, combined as the spec says; null when the search was canceled.</summary>
    public required double? TestFitness { get; init; }

    /// <summary>The standard error of the mean over the unseen tasks; null when the search was canceled or there is one only.</summary>
    public required double? TestStandardError { get; init; }

    /// <summary>Number of experiments begun.</summary>
    public required int Experiments { get; init; }

    /// <summary>What was done, over all experiments; selection and test do not count.</summary>
    public required SearchCounters Counters { get; init; }

    /// <summary>Training steps that full evaluations of all individuals cost.</summary>
    public required long TrainingSteps { get; init; }

    /// <summary>The Pareto front of cost against fitness on search tasks, the cheapest first, over the experiments that count.</summary>
    public ParetoFront HallOfFame { get; init; } = ParetoFront.Empty;

    /// <summary>Time from the start to the end, selection and test included.</summary>
    public required TimeSpan Elapsed { get; init; }
}
