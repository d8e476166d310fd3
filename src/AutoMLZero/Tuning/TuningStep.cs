namespace AutoMLZero.Tuning;

/// <summary>A program that was better than all before it.</summary>
/// <param name="Evaluation">Which evaluation, from 1, the untuned program's.</param>
/// <param name="Fitness">Its fitness.</param>
public readonly record struct TuningStep(long Evaluation, double Fitness);
