using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AutoMLZero.Data.Csv;
using AutoMLZero.Experiments;

namespace AutoMLZero.Cli.Csv;

/// <summary>How a search on a table says what the program is worth on rows that nothing was learned from.</summary>
/// <param name="Table">The table.</param>
/// <param name="Program">The score of the program that was found; null when it has none.</param>
/// <param name="Baselines">What people would write, and their scores; none in linear genetic programming, where nothing learns.</param>
/// <param name="Trivial">The score of the prediction that needs no program.</param>
internal sealed record TableReport(
    PreparedTable Table, HeldOutScore? Program, ImmutableArray<(Baseline Baseline, HeldOutScore? Score)> Baselines, HeldOutScore Trivial)
{
    private TargetTransformation Target => Table.Transformation.Target;

    private bool IsRegression => Target.Task == TableTask.Regression;

    /// <summary>What the program of a search is worth; null when the search was not on a table.</summary>
    /// <param name="spec">What was searched.</param>
    /// <param name="result">What was found.</param>
    /// <param name="cancellation">Stops the comparison.</param>
    public static TableReport? Of(ExperimentSpec spec, SearchResult result, CancellationToken cancellation)
    {
        if (spec.Tasks is not { Select: CsvTaskSource, Test: CsvTaskSource test }) return null;
        return new TableReport(
            test.Table,
            result.Program is null ? null : HeldOutScore.Of(result.Program, test, spec.Evaluation),
            spec.Registers is null ? [.. Data.Csv.Baselines.Tune(spec, result.Seed, cancellation).Select(baseline => (baseline, HeldOutScore.Of(baseline.Program, test, spec.Evaluation)))] : [],
            HeldOutScore.OfTrivial(test.Table));
    }

    /// <summary>Writes a table for people.</summary>
    /// <param name="output">Standard output.</param>
    public void Write(TextWriter output)
    {
        var what = IsRegression ? "a number" : $"one of {Target.Classes.Length} classes";
        output.WriteLine();
        output.WriteLine($"'{Target.Name}', {what}, on {Shown.Of(Table.HeldOut.Count)} held-out rows after learning from {Shown.Of(Table.Training.Count)}");
        output.WriteLine(IsRegression ? $"  {"",-34}  {"error",12}  R squared" : $"  {"",-34}  accuracy");
        Write("this program", Program, output);
        foreach (var (baseline, score) in Baselines) Write(string.Create(CultureInfo.InvariantCulture, $"{baseline.Name} (learning rate {baseline.LearningRate})"), score, output);
        Write(IsRegression ? "the mean" : "the commonest class", Trivial, output);
    }

    /// <summary>Writes a line for programs.</summary>
    /// <param name="output">Standard output.</param>
    public void WriteJson(TextWriter output) => JsonLine.Write(output, json =>
    {
        json.WriteString("event", "heldOut");
        json.WriteString("target", Target.Name);
        json.WriteString("task", IsRegression ? "regression" : "classification");
        json.WriteNumber("classes", Target.Classes.Length);
        json.WriteNumber("trainingRows", Table.Training.Count);
        json.WriteNumber("heldOutRows", Table.HeldOut.Count);
        Write(json, "program", Program, null);
        foreach (var (baseline, score) in Baselines) Write(json, baseline.Name == Data.Csv.Baselines.Linear ? "linear" : "neuralNet", score, baseline.LearningRate);
        Write(json, "trivial", Trivial, null);
    });

    private void Write(string name, HeldOutScore? score, TextWriter output)
    {
        if (score is null) output.WriteLine($"  {name,-34}  {"fails",12}");
        else if (IsRegression) output.WriteLine($"  {name,-34}  {Number(score.Error),12}  {Share(score.Gain),9}");
        else output.WriteLine($"  {name,-34}  {Share(score.Gain),8}");
    }

    private void Write(Utf8JsonWriter json, string name, HeldOutScore? score, double? learningRate)
    {
        json.WriteStartObject(name);
        if (IsRegression) json.Number("error", score?.Error);
        json.Number(IsRegression ? "rSquared" : "accuracy", score?.Gain);
        if (learningRate is { } rate) json.WriteNumber("learningRate", rate);
        json.WriteEndObject();
    }

    private static string Number(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    private static string Share(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
