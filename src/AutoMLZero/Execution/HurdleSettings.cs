namespace AutoMLZero.Execution;

/// <summary>
/// Hurdles (AutoML-Zero, section 3.3; So et al., 2019): a program first runs on the first tasks and examples alone. Its fitness there, the first
/// fitness, must reach a percentile of the first fitness of the population, else it is not run in full and keeps its first fitness.
/// Of a mix, the first part comes from the first set.
/// </summary>
public sealed record HurdleSettings
{
    /// <summary>Number of tasks of the first part, at least 1; all when there are fewer.</summary>
    public int Tasks { get; init; } = 10;

    /// <summary>Training examples of each task of the first part, gone through once, at least 1; all when there are fewer.</summary>
    public int TrainExamples { get; init; } = 100;

    /// <summary>Validation examples of each task of the first part, at least 1; all when there are fewer.</summary>
    public int ValidExamples { get; init; } = 100;

    /// <summary>The percentile, 0 to 100, of the unique values of the first fitness in the population that a program must reach.</summary>
    public double Percentile { get; init; } = 75;
}
