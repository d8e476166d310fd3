namespace AutoMLZero.Reports.Pictures;

/// <summary>How much more often evolution succeeds than random search, on a task of some difficulty.</summary>
/// <param name="Task">A short name of the task.</param>
/// <param name="Difficulty">-log10 of the share of acceptable programs among random ones.</param>
/// <param name="Ratio">The success rate of evolution divided by that of random search, above 0.</param>
public sealed record SuccessPoint(string Task, Measured Difficulty, Measured Ratio);
