namespace AutoMLZero.Tuning;

/// <summary>How far tuning is.</summary>
/// <param name="Evaluations">Number of programs evaluated so far.</param>
/// <param name="Budget">How many it will be.</param>
/// <param name="FitnessBefore">The fitness of the untuned program.</param>
/// <param name="Fitness">The best fitness so far.</param>
public sealed record TuningProgress(long Evaluations, long Budget, double FitnessBefore, double Fitness);
