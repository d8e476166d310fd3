using AutoMLZero.Data.Csv;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Runs;

namespace AutoMLZero.Cli.Csv;

/// <summary>A table that the user names, and the experiments that it makes.</summary>
/// <param name="Catalog">Where presets come from.</param>
/// <param name="Splits">The tasks of the table.</param>
/// <param name="IsLinearGp">Whether programs do not learn, so that the tasks are those of linear genetic programming.</param>
internal sealed record TableFile(SpecCatalog Catalog, TaskSplits Splits, bool IsLinearGp)
{
    /// <summary>Reads a table, and says what is left out of it.</summary>
    /// <param name="file">Path of the CSV file.</param>
    /// <param name="settings">How its rows become examples.</param>
    /// <param name="surroundings">Where progress goes.</param>
    /// <param name="isLinearGp">Whether programs do not learn; they then see the numbers as they are in the file.</param>
    public static TableFile Open(string file, TableSettings settings, Surroundings surroundings, bool isLinearGp = false)
    {
        if (isLinearGp) settings = settings with { Standardize = false };
        var path = Path.GetFullPath(file);
        var table = new ProgressDisplay(surroundings).Run<int, PreparedTable>(
            rows => [("rows", Shown.Of(rows))],
            progress => PreparedTable.Of(CsvReader.ReadFile(path, settings.Target, null, progress, surroundings.Interruption), settings));
        foreach (var notice in table.Notices) surroundings.Error.WriteLine($"note: {notice}");
        var tables = new CsvTables();
        tables.Keep(path, settings with { Task = table.Transformation.Target.Task }, table);
        var splits = isLinearGp ? CsvExperiments.LinearGpSplits(path, settings, table, tables) : CsvExperiments.Splits(path, settings, table, tables);
        return new TableFile(SharedOptions.Catalog(null, surroundings, tables), splits, isLinearGp);
    }

    /// <summary>An experiment on the table as its preset says.</summary>
    /// <param name="overrides">Values to put into the spec.</param>
    public ExperimentSpec Experiment(IEnumerable<KeyValuePair<string, string>> overrides) =>
        IsLinearGp ? CsvExperiments.CreateLinearGp(Catalog, Splits, overrides) : CsvExperiments.Create(Catalog, Splits, null, overrides);

    /// <summary>An experiment that starts from what people would write, at the learning rate that suits the table; or from nothing, if programs do not learn.</summary>
    /// <param name="overrides">Values to put into the spec.</param>
    /// <param name="strategy">How to search; null for the way that its preset says.</param>
    /// <param name="seed">The seed of the search.</param>
    /// <param name="surroundings">What may interrupt it.</param>
    public ExperimentSpec Tuned(
        IReadOnlyCollection<KeyValuePair<string, string>> overrides, string? strategy, ulong seed, Surroundings surroundings)
    {
        if (IsLinearGp && strategy is not null) throw new InputException($"--strategy is for programs that learn, expected none with {CsvExperiments.LinearGp}");
        if (IsLinearGp) return Experiment(overrides);
        var baselines = Baselines.Tune(Experiment(overrides), seed, surroundings.Interruption);
        return CsvExperiments.Create(Catalog, Splits, baselines.MaxBy(baseline => baseline.SelectFitness)!.Program, overrides, strategy);
    }

    /// <summary>Keeps what <c>predict</c> needs of a table in the folder of its search, unless it is there.</summary>
    /// <param name="run">The folder.</param>
    public static void KeepWith(RunFolder run)
    {
        if (run.Spec.Tasks.Test is not CsvTaskSource source) return;
        var folder = new CsvModelFolder(run.Path);
        if (!folder.HasTable) folder.WriteTable(source.Table);
    }
}
