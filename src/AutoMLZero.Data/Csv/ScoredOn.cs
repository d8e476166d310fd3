namespace AutoMLZero.Data.Csv;

/// <summary>Which rows of a table the validation examples of tasks are.</summary>
public enum ScoredOn : byte
{
    /// <summary>Training rows that the task does not train on: for search and selection.</summary>
    Training,

    /// <summary>The held-out rows; the task trains on all training rows: for the final report.</summary>
    HeldOut,
}
