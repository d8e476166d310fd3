using System.Collections.Immutable;
using AutoMLZero.Data.Csv;
using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Cli.Csv;

/// <summary>A search on a table: makes the experiment, and says what the program that was found is worth on held-out rows.</summary>
/// <param name="Spec">The experiment.</param>
/// <param name="Baselines">What people would write, for comparison.</param>
internal sealed record TableSearch(ExperimentSpec Spec, ImmutableArray<Baseline> Baselines)
{
    private CsvTaskSource Test => (CsvTaskSource)Spec.Tasks.Test;

    /// <summary>Reads a table and makes the experiment.</summary>
    /// <param name="file">Path of the CSV file.</param>
    /// <param name="settings">How its rows become examples.</param>
    /// <param name="overrides">Values to put into the spec.</param>
    /// <param name="seed">The seed of the search.</param>
    /// <param name="surroundings">Where progress goes.</param>
    public static TableSearch Open(
        string file, TableSettings settings, IEnumerable<KeyValuePair<string, string>> overrides, ulong seed, Surroundings surroundings)
    {
        var table = TableFile.Open(file, settings, surroundings);
        var untuned = table.Experiment(overrides);
        var baselines = Data.Csv.Baselines.Tune(
            untuned.Tasks.Select.Create(ExperimentSeeds.SelectTasks(seed)), untuned.Evaluation, surroundings.Interruption);
        var start = baselines.MaxBy(baseline => baseline.SelectFitness)!.Program;
        return new TableSearch(table.Experiment(overrides, start), baselines);
    }

    /// <summary>What the program and the others are worth on held-out rows.</summary>
    /// <param name="program">The program that was found; null when there is none.</param>
    public TableReport Report(Program? program) => new(
        Test.Table,
        program is null ? null : HeldOutScore.Of(program, Test, Spec.Evaluation),
        [.. Baselines.Select(baseline => (baseline, HeldOutScore.Of(baseline.Program, Test, Spec.Evaluation)))],
        HeldOutScore.OfTrivial(Test.Table));

    /// <summary>Keeps the program that was found, to predict new rows.</summary>
    /// <param name="program">The program.</param>
    /// <param name="directory">Path of the folder.</param>
    public void Save(Program program, string directory)
    {
        var table = Test.Table;
        new CsvModelFolder(directory).Write(new CsvModel(Spec, program, table.Transformation, table.Training));
    }
}
