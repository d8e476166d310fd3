namespace AutoMLZero.Tasks;

/// <summary>Which synthetic tasks to make; all features are drawn from N(0, 1).</summary>
public sealed record SyntheticTaskSettings
{
    /// <summary>How labels come from features.</summary>
    public required SyntheticKind Kind { get; init; }

    /// <summary>Number of tasks, at least 1.</summary>
    public required int Count { get; init; }

    /// <summary>Number of features F, 1 to 3072.</summary>
    public required int Dimension { get; init; }

    /// <summary>Training examples of each task, at least 1.</summary>
    public required int TrainExamples { get; init; }

    /// <summary>Validation examples of each task, at least 1.</summary>
    public required int ValidExamples { get; init; }

    /// <summary>How often the training examples are gone through, at least 1.</summary>
    public int Epochs { get; init; } = 1;
}
