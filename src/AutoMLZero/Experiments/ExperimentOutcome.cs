using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>What came of an experiment that went to its end.</summary>
/// <param name="Index">Which experiment of the series, from 0.</param>
/// <param name="Epochs">Number of its epochs.</param>
/// <param name="Counters">What it did.</param>
/// <param name="Champion">The best on the selection tasks; null when it made no individual.</param>
/// <param name="IsSolved">Whether the champion suffices.</param>
public sealed record ExperimentOutcome(int Index, long Epochs, SearchCounters Counters, Champion? Champion, bool IsSolved)
{
    /// <summary>The Pareto front of cost against fitness, the cheapest first.</summary>
    public ParetoFront HallOfFame { get; init; } = ParetoFront.Empty;
}
