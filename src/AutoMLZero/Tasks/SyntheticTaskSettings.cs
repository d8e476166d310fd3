using AutoMLZero.Language;

namespace AutoMLZero.Tasks;

/// <summary>Which synthetic tasks to make; all features are drawn from N(0, 1), and may be multiplied afterwards.</summary>
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

    /// <summary>What features are multiplied with once labels are made, <see cref="DataScale.Least"/> to <see cref="DataScale.Most"/>.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The largest number of features F.</summary>
    public const int MaxDimension = 3072;

    /// <summary>Checks the settings.</summary>
    /// <returns>These settings.</returns>
    /// <exception cref="InputException">
    /// A setting is out of its range, or the tasks would hold more than <see cref="Array.MaxLength"/> features.
    /// </exception>
    public SyntheticTaskSettings Validated()
    {
        if (!Enum.IsDefined(Kind)) throw new InputException($"the kind of tasks is {Kind}, expected linear, affine or teacher");
        if (Dimension is < 1 or > MaxDimension) throw new InputException($"the dimension is {Dimension}, expected 1 to {MaxDimension}");
        CheckPositive(Count, "tasks");
        CheckPositive(TrainExamples, "training examples");
        CheckPositive(ValidExamples, "validation examples");
        CheckPositive(Epochs, "epochs");
        DataScale.Check(Scale);
        var numbers = (Int128)Count * ((long)TrainExamples + ValidExamples) * Dimension;
        if (numbers > Array.MaxLength)
            throw new InputException($"the tasks have {numbers} features in all, expected at most {Array.MaxLength}");
        return this;
    }

    private static void CheckPositive(int value, string name)
    {
        if (value < 1) throw new InputException($"the number of {name} is {value}, expected at least 1");
    }
}
