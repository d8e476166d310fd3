namespace AutoMLZero.Execution;

/// <summary>
/// Functional equivalence checking (AutoML-Zero, section 3.2): programs that err alike on a few examples are taken for the same program.
/// </summary>
public sealed record FunctionalCacheSettings
{
    /// <summary>Training examples that a program is probed with, at least 1.</summary>
    public int TrainExamples { get; init; } = 10;

    /// <summary>Validation examples that a program is probed with, at least 1.</summary>
    public int ValidExamples { get; init; } = 10;

    /// <summary>Number of fitness values kept, at least 1; the least recently used goes first.</summary>
    public int Capacity { get; init; } = 100_000;
}
