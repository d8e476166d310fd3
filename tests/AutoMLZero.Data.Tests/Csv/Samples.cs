using AutoMLZero.Data.Csv;
using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Tests.Csv;

/// <summary>The sample tables of the repository, and the experiments that they make.</summary>
internal static class Samples
{
    public static string Path(string name) => System.IO.Path.Combine(Repository.Root, "samples", name);

    public static CsvTable Table(string name) => CsvReader.ReadFile(Path(name), cancellation: TestContext.Current.CancellationToken);

    public static (ExperimentSpec Spec, PreparedTable Table) Experiment(
        string name, string target, Program? start = null, params KeyValuePair<string, string>[] overrides)
    {
        var (tables, settings, path) = (new CsvTables(), new TableSettings { Target = target, SplitSeed = 1 }, Path(name));
        var table = PreparedTable.Of(CsvReader.ReadFile(path, target), settings);
        tables.Keep(path, settings with { Task = table.Transformation.Target.Task }, table);
        var catalog = DataCatalog.Create(new DataFolder("/none"), default, tables);
        return (CsvExperiments.Create(catalog, CsvExperiments.Splits(path, settings, table, tables), start, overrides), table);
    }

    public static Baseline[] Baselines(ExperimentSpec spec) =>
        [.. Data.Csv.Baselines.Tune(spec, 1, TestContext.Current.CancellationToken)];

    public static HeldOutScore Score(Program program, ExperimentSpec spec) =>
        HeldOutScore.Of(program, (CsvTaskSource)spec.Tasks.Test, spec.Evaluation)!;

    public static double TestFitness(Program program, ExperimentSpec spec)
    {
        using var evaluator = Evaluators.Create(spec.Tasks.Test.Create(1), spec.Evaluation);
        return evaluator.Evaluate(program).Fitness;
    }
}
