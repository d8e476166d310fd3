using System.Text.Json.Nodes;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Data.Csv;

/// <summary>Task sets that are made of a CSV file.</summary>
/// <param name="Settings">Which tasks.</param>
/// <param name="Tables">Where tables come from.</param>
public sealed record CsvTaskSource(CsvTaskSettings Settings, CsvTables Tables) : TaskSource
{
    /// <inheritdoc/>
    public override int Count => Settings.Count;

    /// <inheritdoc/>
    public override int Dimension => Settings.Features;

    /// <inheritdoc/>
    public override int Classes => Settings.Classes > 2 ? Settings.Classes : 0;

    /// <inheritdoc/>
    public override int TrainExamples => Settings.Train;

    /// <inheritdoc/>
    public override int ValidExamples => Settings.Valid;

    /// <inheritdoc/>
    public override long TrainingSteps => (long)Settings.Count * Settings.Train;

    /// <summary>The table that the tasks are made of.</summary>
    /// <exception cref="InputException">There is no file, or it is not what the settings say.</exception>
    public PreparedTable Table => Tables.Prepare(
        Settings.File ?? throw new InputException("the tasks are to be made of a table, expected a CSV file and its target: --csv FILE --target COLUMN"),
        Settings.Table);

    /// <inheritdoc/>
    public override TaskSet Create(ulong seed) => CsvTasks.Create(Table, Settings, seed);

    /// <inheritdoc/>
    public override JsonObject ToJson() => CsvTaskFormat.Write(Settings);
}
