using AutoMLZero.Search;
using AutoMLZero.Tuning;

namespace AutoMLZero.Experiments;

/// <summary>How far a search is.</summary>
/// <param name="Experiment">Number of the open experiment, from 1.</param>
/// <param name="Best">The best individual of the open experiment; null before the first.</param>
/// <param name="SelectFitness">The best fitness on the selection tasks over all champions so far; null before the first.</param>
/// <param name="Counters">What was done so far, over all experiments.</param>
/// <param name="Elapsed">Time since the start.</param>
public sealed record SearchProgress(int Experiment, Individual? Best, double? SelectFitness, SearchCounters Counters, TimeSpan Elapsed)
{
    /// <summary>How far the tuning of a champion is; null when the report does not come from one.</summary>
    public TuningProgress? Tuning { get; init; }
}
