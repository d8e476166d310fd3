using System.Globalization;
using System.Text.Json;
using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>Makes experiments of tables: one of the presets <c>csv-regression</c>, <c>csv-classification</c> and <c>linear-gp</c>, fitted to the table.</summary>
public static class CsvExperiments
{
    /// <summary>The name of the preset of linear genetic programming.</summary>
    public const string LinearGp = "linear-gp";

    /// <summary>Registers beyond those of the features.</summary>
    private const int MoreRegisters = 10;

    /// <summary>Features, label and scores of several classes.</summary>
    private const int VectorsOfClasses = 3;

    private const int Tasks = 8;
    private const double ValidShare = 0.3;
    private const int MostSearchValid = 500;
    private const int MostSelectValid = 2000;
    private const int LeastTrain = 1000;
    private const int MostSelectTrain = 100_000;
    private const int MostSelectTrainOfAll = 160_000;

    /// <summary>The name of the preset for a task.</summary>
    /// <param name="task">What is to be predicted.</param>
    public static string Preset(TableTask task) => task == TableTask.Regression ? "csv-regression" : "csv-classification";

    /// <summary>
    /// The tasks of a table. In search each of 8 tasks is a sample of the training rows: 30 % of them, at most 500, to score on, and 1000 training
    /// examples of the others. In selection it is up to 2000 and, because a program may learn well only for a while, 100,000; 2 to 8 tasks. The final task
    /// trains on all training rows, on 1000 examples at least.
    /// </summary>
    /// <param name="file">Path of the CSV file.</param>
    /// <param name="settings">How its rows become examples.</param>
    /// <param name="table">The table that they make.</param>
    /// <param name="tables">Where the tasks get the table from.</param>
    public static TaskSplits Splits(string file, TableSettings settings, PreparedTable table, CsvTables tables)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        var rows = table.Training.Count;
        var search = new CsvTaskSettings
        {
            File = file,
            Table = settings with { Task = table.Transformation.Target.Task },
            ScoredOn = ScoredOn.Training,
            Features = table.Transformation.PaddedWidth,
            Classes = table.Transformation.Target.Classes.Length,
            Count = Tasks,
            Train = LeastTrain,
            Valid = Valid(rows, MostSearchValid),
        };
        var select = OfSelection(search, rows);
        var test = search with
        {
            ScoredOn = ScoredOn.HeldOut,
            Count = 1,
            Train = Math.Clamp(rows, LeastTrain, CsvTaskSettings.MostExamples),
            Valid = Math.Min(table.HeldOut.Count, CsvTaskSettings.MostExamples),
        };
        return new TaskSplits(new CsvTaskSource(search, tables), new CsvTaskSource(select, tables), new CsvTaskSource(test, tables));
    }

    /// <summary>
    /// The tasks of a table for linear genetic programming, whose programs do not learn: search scores them on 70 % of the training rows, selection on the
    /// others, and the final test on the held-out rows.
    /// </summary>
    /// <param name="file">Path of the CSV file.</param>
    /// <param name="settings">How its rows become examples.</param>
    /// <param name="table">The table that they make.</param>
    /// <param name="tables">Where the tasks get the table from.</param>
    public static TaskSplits LinearGpSplits(string file, TableSettings settings, PreparedTable table, CsvTables tables)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        var target = table.Transformation.Target;
        var valid = Math.Clamp((int)(table.Training.Count * ValidShare), 1, CsvTaskSettings.MostExamples);
        var search = new CsvTaskSettings
        {
            File = file,
            Table = settings with { Task = target.Task },
            ScoredOn = ScoredOn.SearchPart,
            Features = table.Transformation.PaddedWidth,
            Classes = target.Classes.Length,
            Count = 1,
            Train = 1,
            Valid = Math.Clamp(table.Training.Count - valid, 1, CsvTaskSettings.MostExamples),
        };
        var select = search with { ScoredOn = ScoredOn.SelectPart, Valid = valid };
        var test = search with { ScoredOn = ScoredOn.HeldOut, Valid = Math.Min(table.HeldOut.Count, CsvTaskSettings.MostExamples) };
        return new TaskSplits(new CsvTaskSource(search, tables), new CsvTaskSource(select, tables), new CsvTaskSource(test, tables));
    }

    /// <summary>The experiment of linear genetic programming on a table, with registers for all features and some more.</summary>
    /// <param name="catalog">Where the preset comes from.</param>
    /// <param name="splits">The tasks.</param>
    /// <param name="overrides">Values to put in at last, as for <see cref="SpecReader.Read"/>.</param>
    /// <exception cref="InputException">An override does not fit.</exception>
    public static ExperimentSpec CreateLinearGp(SpecCatalog catalog, TaskSplits splits, IEnumerable<KeyValuePair<string, string>> overrides)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(splits);
        var classes = splits.Search.Classes;
        var scalars = Math.Min(splits.Search.Dimension + classes + MoreRegisters, MemoryShape.MaxAddresses);
        List<KeyValuePair<string, string>> memory = [new("memory.scalars", scalars.ToString(CultureInfo.InvariantCulture))];
        if (classes > 0) memory.Add(new("memory.vectors", VectorsOfClasses.ToString(CultureInfo.InvariantCulture)));
        return catalog.LoadPreset(LinearGp, [.. Of(splits), .. memory, .. overrides]);
    }

    /// <summary>The experiment of a table: its preset with these tasks.</summary>
    /// <param name="catalog">Where the preset comes from.</param>
    /// <param name="splits">The tasks.</param>
    /// <param name="start">The program that evolution starts with; that of the preset when null.</param>
    /// <param name="overrides">Values to put in at last, as for <see cref="SpecReader.Read"/>.</param>
    /// <param name="strategy">One of <see cref="Strategies.Names"/>; null for the way to search that the preset says.</param>
    /// <exception cref="InputException">An override does not fit, or there is no such strategy.</exception>
    public static ExperimentSpec Create(
        SpecCatalog catalog, TaskSplits splits, Program? start, IEnumerable<KeyValuePair<string, string>> overrides, string? strategy = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(splits);
        var task = ((CsvTaskSource)splits.Search).Settings.Table.Task!.Value;
        var all = Of(splits);
        if (start is not null) all.Add(new("start.program", JsonSerializer.Serialize(start.ToString())));
        return Strategies.Load(catalog.PresetJson(Preset(task)), Preset(task), strategy, [.. all, .. overrides], catalog);
    }

    private static List<KeyValuePair<string, string>> Of(TaskSplits splits) =>
    [
        new("tasks.search", splits.Search.ToJson().ToJsonString()),
        new("tasks.select", splits.Select.ToJson().ToJsonString()),
        new("tasks.test", splits.Test.ToJson().ToJsonString()),
    ];

    private static CsvTaskSettings OfSelection(CsvTaskSettings search, int rows)
    {
        var valid = Valid(rows, MostSelectValid);
        var train = Math.Clamp(rows - valid, LeastTrain, MostSelectTrain);
        return search with { Valid = valid, Train = train, Count = Math.Clamp(MostSelectTrainOfAll / train, 2, Tasks) };
    }

    private static int Valid(int rows, int most) => Math.Clamp((int)(rows * ValidShare), 1, most);
}
