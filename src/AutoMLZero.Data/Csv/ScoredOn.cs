namespace AutoMLZero.Data.Csv;

/// <summary>Which rows of a table the validation examples of tasks are.</summary>
public enum ScoredOn : byte
{
    /// <summary>Training rows that the task does not train on: for search and selection.</summary>
    Training,

    /// <summary>The held-out rows; the task trains on all training rows: for the final report.</summary>
    HeldOut,

    /// <summary>A fixed part of the training rows, the same for all tasks: for the search of programs that do not learn.</summary>
    SearchPart,

    /// <summary>Training rows that are not in <see cref="SearchPart"/>: for the selection of programs that do not learn.</summary>
    SelectPart,
}
