using AutoMLZero.Experiments;

namespace AutoMLZero.Runs;

/// <summary>An experiment at the end of an epoch, as its run folder keeps it.</summary>
/// <param name="Experiment">Which experiment, from 0.</param>
/// <param name="Number">Which epoch of the experiment, from 1.</param>
/// <param name="Individuals">Individuals of the experiment so far, over all islands.</param>
/// <param name="BestFitness">The best fitness on search tasks so far; null when there is none.</param>
/// <param name="Population">The fitness of those alive; null when there is no population, or the folder does not say it.</param>
public sealed record EpochNote(int Experiment, long Number, long Individuals, double? BestFitness, FitnessQuantiles? Population);
