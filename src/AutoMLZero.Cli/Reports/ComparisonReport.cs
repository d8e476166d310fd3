using System.Globalization;
using System.Text.Json;
using AutoMLZero.Reports.Comparison;
using Spectre.Console;

namespace AutoMLZero.Cli.Reports;

/// <summary>How <c>compare</c> says what it found.</summary>
/// <param name="comparison">The comparison.</param>
internal sealed class ComparisonReport(RunComparison comparison)
{
    /// <summary>Writes a row a run, for people.</summary>
    public void Write(Surroundings surroundings)
    {
        var first = comparison.Runs[0];
        var tasks = first.Program.TaskFitness.Length;
        var table = new Table { Border = TableBorder.Simple }
            .AddColumn(new TableColumn("run").RightAligned())
            .AddColumns("individuals", "solved", "test fitness", "standard error", "above the first", "95 % interval", "better / worse", "p");
        foreach (var run in comparison.Runs) table.AddRow(Row(run).Select(cell => new Text(cell)));
        surroundings.OutputConsole.Write(table);
        var output = surroundings.Output;
        output.WriteLine($"test fitness: the best program of each run on the {Shown.Of(tasks)} test tasks of '{first.Name}' (seed {first.Run.Seed})");
        output.WriteLine("above the first: mean difference by task, with its 95 % interval by Student's distribution, and the number of tasks better and worse");
        if (comparison.Test is { } test) output.WriteLine($"p: {test}, of the differences by task{(comparison.Runs.Length > 2 ? ", corrected for the number of runs after Holm" : "")}");
        else if (tasks > 1) output.WriteLine("p: no test, the programs are equal on all tasks");
        if (comparison.Warning.Length > 0) output.WriteLine($"note: {comparison.Warning}");
    }

    /// <summary>Writes an object a run, for programs.</summary>
    public void WriteJson(TextWriter output, string? target, IReadOnlyList<string> files)
    {
        foreach (var run in comparison.Runs) JsonLine.Write(output, json => Write(json, run));
        JsonLine.Write(output, json =>
        {
            json.WriteString("event", "done");
            json.WriteNumber("testTasks", comparison.Runs[0].Program.TaskFitness.Length);
            json.WriteNumber("seedOfTestTasks", comparison.Runs[0].Run.Seed);
            json.WriteString("test", comparison.Test);
            json.WriteStartArray("files");
            foreach (var file in files) json.WriteStringValue(Path.Combine(target!, file));
            json.WriteEndArray();
        });
    }

    private static string[] Row(ComparedRun run)
    {
        var difference = run.AboveFirst;
        return
        [
            run.Name, Shown.Of(run.Run.Individuals), run.Run.Result switch { null => "not at its end", { Success: true } => "yes", _ => "no" },
            Shown.OfFitness(run.Program.Fitness), Short(run.Program.StandardError),
            difference is null ? "-" : Signed(difference.Mean),
            difference?.HalfWidth is { } half ? $"{Signed(difference.Mean - half)} to {Signed(difference.Mean + half)}" : "-",
            difference is null ? "-" : $"{Shown.Of(difference.Better)} / {Shown.Of(difference.Worse)}",
            run.AdjustedPValue switch { null => "-", < 0.0001 => "< 0.0001", { } p => p.ToString("0.0000", CultureInfo.InvariantCulture) },
        ];
    }

    private static void Write(Utf8JsonWriter json, ComparedRun run)
    {
        json.WriteString("run", run.Name);
        json.WriteString("preset", run.Run.Spec.Name);
        json.WriteNumber("seed", run.Run.Seed);
        json.WriteNumber("individuals", run.Run.Individuals);
        json.WriteBoolean("success", run.Run.Result?.Success == true);
        json.Number("testFitness", run.Program.Fitness);
        json.Number("testStandardError", run.Program.StandardError);
        json.Number("aboveFirst", run.AboveFirst?.Mean);
        json.Number("aboveFirstStandardError", run.AboveFirst?.StandardError);
        json.Number("halfWidthOf95Interval", run.AboveFirst?.HalfWidth);
        json.Number("tasksBetter", run.AboveFirst?.Better);
        json.Number("tasksWorse", run.AboveFirst?.Worse);
        json.Number("p", run.AboveFirst?.Test?.PValue);
        json.Number("adjustedP", run.AdjustedPValue);
        json.WriteStartArray("taskFitness");
        foreach (var value in run.Program.TaskFitness) json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    private static string Short(double? error) => error?.ToString("0.0e+0", CultureInfo.InvariantCulture) ?? "-";

    private static string Signed(double value) => value.ToString("+0.000000;-0.000000;0.000000", CultureInfo.InvariantCulture);
}
