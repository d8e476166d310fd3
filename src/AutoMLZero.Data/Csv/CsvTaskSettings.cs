using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>Which tasks to make of a table.</summary>
public sealed record CsvTaskSettings
{
    /// <summary>The largest number of examples of a task.</summary>
    public const int MostExamples = 10_000_000;

    /// <summary>The largest number of tasks.</summary>
    public const int MostTasks = 100_000;

    /// <summary>Path of the CSV file; null when it is not said yet.</summary>
    public required string? File { get; init; }

    /// <summary>How its rows become examples; what is to be predicted is said.</summary>
    public required TableSettings Table { get; init; }

    /// <summary>Which rows the tasks are scored on.</summary>
    public required ScoredOn ScoredOn { get; init; }

    /// <summary>Number of features F with padding, 1 to <see cref="TableTransformation.MostFeatures"/>.</summary>
    public required int Features { get; init; }

    /// <summary>Number of classes, 2 or more; 0 for regression.</summary>
    public required int Classes { get; init; }

    /// <summary>Number of tasks D, at least 1.</summary>
    public required int Count { get; init; }

    /// <summary>
    /// Training examples of each task, at least 1. When there are fewer rows they are gone through again, each time in another order.
    /// </summary>
    public required int Train { get; init; }

    /// <summary>Validation examples of each task, at least 1 and fewer than the rows they are taken from, or all held-out rows.</summary>
    public required int Valid { get; init; }

    internal CsvTaskSettings Validated()
    {
        Table.CheckHeldOutShare();
        if (Table.Task == TableTask.Classification ? Classes < 2 : Classes != 0)
            throw new InputException($"the number of classes is {Classes}, expected 0 for regression and at least 2 for classification");
        if (Classes > 2 && Classes > Features)
            throw new InputException($"the number of classes is {Classes}, expected at most the number of features, {Features}");
        if ((Int128)Count * ((long)Train + Valid) * Features > Array.MaxLength)
            throw new InputException($"the tasks have more than {Array.MaxLength} features in all, expected fewer tasks or examples");
        return this;
    }
}
