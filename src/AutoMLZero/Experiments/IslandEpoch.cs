using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>An island at the end of an epoch, before individuals migrate.</summary>
/// <param name="Counters">What it did since the start of the experiment.</param>
/// <param name="Best">Its best individual so far; null when it made none.</param>
/// <param name="MeanFitness">The mean fitness of its population; null when it has none.</param>
public sealed record IslandEpoch(SearchCounters Counters, Individual? Best, double? MeanFitness)
{
    internal static IslandEpoch Of(Island island) => new(island.Counters, island.Best, Mean(island.Population));

    private static double? Mean(IReadOnlyList<Individual> population)
    {
        if (population.Count == 0) return null;
        var sum = 0.0;
        for (var i = 0; i < population.Count; i++) sum += population[i].Fitness;
        return sum / population.Count;
    }
}
