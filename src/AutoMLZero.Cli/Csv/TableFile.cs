using AutoMLZero.Data.Csv;
using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Cli.Csv;

/// <summary>A table that the user names, and the experiments that it makes.</summary>
/// <param name="Catalog">Where presets come from.</param>
/// <param name="Splits">The tasks of the table.</param>
internal sealed record TableFile(SpecCatalog Catalog, TaskSplits Splits)
{
    /// <summary>Reads a table, and says what is left out of it.</summary>
    /// <param name="file">Path of the CSV file.</param>
    /// <param name="settings">How its rows become examples.</param>
    /// <param name="surroundings">Where progress goes.</param>
    public static TableFile Open(string file, TableSettings settings, Surroundings surroundings)
    {
        var path = Path.GetFullPath(file);
        var table = new ProgressDisplay(surroundings).Run<int, PreparedTable>(
            rows => [("rows", Shown.Of(rows))],
            progress => PreparedTable.Of(CsvReader.ReadFile(path, settings.Target, null, progress, surroundings.Interruption), settings));
        foreach (var notice in table.Notices) surroundings.Error.WriteLine($"note: {notice}");
        var tables = new CsvTables();
        tables.Keep(path, settings with { Task = table.Transformation.Target.Task }, table);
        return new TableFile(SharedOptions.Catalog(null, surroundings, tables), CsvExperiments.Splits(path, settings, table, tables));
    }

    /// <summary>An experiment on the table.</summary>
    /// <param name="overrides">Values to put into the spec.</param>
    /// <param name="start">The program that evolution starts with; that of the preset when null.</param>
    public ExperimentSpec Experiment(IEnumerable<KeyValuePair<string, string>> overrides, Program? start = null) =>
        CsvExperiments.Create(Catalog, Splits, start, overrides);
}
