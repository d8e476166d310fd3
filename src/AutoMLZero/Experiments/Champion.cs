using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>The best individual of an experiment, tried on the selection tasks.</summary>
/// <param name="Individual">The individual, with its fitness on the search tasks.</param>
/// <param name="SelectFitness">Its fitness on the selection tasks.</param>
public sealed record Champion(Individual Individual, double SelectFitness);
