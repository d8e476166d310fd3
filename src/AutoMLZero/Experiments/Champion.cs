using AutoMLZero.Search;
using AutoMLZero.State;

namespace AutoMLZero.Experiments;

/// <summary>The best individual of an experiment, tried on the selection tasks.</summary>
/// <param name="Individual">The individual, with its fitness on the search tasks.</param>
/// <param name="SelectFitness">Its fitness on the selection tasks.</param>
public sealed record Champion(Individual Individual, double SelectFitness)
{
    /// <summary>How it was tuned; null when it was not. Its lineage then ends with the untuned program.</summary>
    public ChampionTuning? Tuning { get; init; }

    /// <summary>The better of two on the selection tasks, the first on a tie; null when both are.</summary>
    internal static Champion? Better(Champion? first, Champion? second) =>
        first is null || second?.SelectFitness > first.SelectFitness ? second : first;

    internal static void Save(Champion? champion, StateWriter writer)
    {
        Individual.Save(champion?.Individual, writer);
        writer.Write(champion?.SelectFitness ?? 0);
    }

    internal static Champion? Restore(StateReader reader)
    {
        var individual = Individual.Restore(reader);
        var fitness = reader.ReadDouble();
        return individual is null ? null : new Champion(individual, fitness);
    }
}
