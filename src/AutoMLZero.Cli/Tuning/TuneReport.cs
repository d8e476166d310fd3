using System.Globalization;
using System.Text.Json;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tuning;

namespace AutoMLZero.Cli.Tuning;

/// <summary>How <c>tune</c> says what it found.</summary>
/// <param name="input">What was tuned.</param>
/// <param name="method">How.</param>
/// <param name="result">What was found.</param>
/// <param name="test">What that is worth on unseen tasks; null when tuning was interrupted.</param>
internal sealed class TuneReport(TuneInput input, TuningMethod method, TuningResult result, TuningTest? test)
{
    /// <summary>The name of a method.</summary>
    public static string Of(TuningMethod method) => method == TuningMethod.CmaEs ? "CMA-ES" : "random search";

    /// <summary>The word for a method, in options and for programs.</summary>
    public static string Word(TuningMethod method) => method == TuningMethod.CmaEs ? "cma-es" : "random";

    /// <summary>Writes it for people.</summary>
    public void Write(TextWriter output)
    {
        var ending = result.IsCanceled ? ", interrupted" : "";
        output.WriteLine($"{input.Name} on {input.Spec.Name}, seed {input.Seed}: {Of(method)}, {Shown.Of(result.Evaluations)} programs evaluated{ending}");
        output.WriteLine();
        output.WriteLine(result.Program);
        WriteConstants(output);
        output.WriteLine("fitness             before     after      gain");
        WriteRow(output, "selection tasks", result.FitnessBefore, result.Fitness, result.Fitness - result.FitnessBefore);
        if (test is null) return;
        WriteRow(output, "unseen tasks", test.Before, test.After, test.After - test.Before);
        if (test.MeanGainStandardError is not { } error) return;
        output.WriteLine($"standard error    {test.BeforeStandardError,8:0.000000}  {test.AfterStandardError,8:0.000000}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"mean gain on an unseen task {Gain(test.MeanGain)}, standard error {error:0.000000} (paired by task)"));
    }

    /// <summary>Writes it for programs.</summary>
    public void WriteJson(TextWriter output) => JsonLine.Write(output, json =>
    {
        json.WriteString("event", "tuned");
        json.WriteString("preset", input.Spec.Name);
        json.WriteNumber("seed", input.Seed);
        json.WriteString("method", Word(method));
        json.WriteNumber("evaluations", result.Evaluations);
        json.WriteBoolean("interrupted", result.IsCanceled);
        json.Number("selectFitnessBefore", result.FitnessBefore);
        json.Number("selectFitness", result.Fitness);
        json.Number("testFitnessBefore", test?.Before);
        json.Number("testStandardErrorBefore", test?.BeforeStandardError);
        json.Number("testFitness", test?.After);
        json.Number("testStandardError", test?.AfterStandardError);
        json.Number("testMeanGain", test?.MeanGain);
        json.Number("testMeanGainStandardError", test?.MeanGainStandardError);
        json.WriteString("program", result.Program.ToString());
        WriteConstants(json);
        WriteCurve(json);
    });

    private static void WriteRow(TextWriter output, string name, double before, double after, double gain) =>
        output.WriteLine($"  {name,-15} {Shown.OfFitness(before)}  {Shown.OfFitness(after)}  {Gain(gain)}");

    private static string Gain(double gain) => gain.ToString("+0.000000;-0.000000;0.000000", CultureInfo.InvariantCulture);

    private static string Short(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private void WriteConstants(TextWriter output)
    {
        output.WriteLine(result.Constants.IsEmpty ? "no constants to tune" : "constants");
        foreach (var constant in result.Constants)
        {
            var was = ProgramPrinter.Print(input.Program[constant.Function][constant.Line]);
            output.WriteLine($"  {constant.Function,-7}  {was,-36}  {Short(constant.Before),10} -> {Short(constant.After)}");
        }

        output.WriteLine();
    }

    private void WriteConstants(Utf8JsonWriter json)
    {
        json.WriteStartArray("constants");
        foreach (var constant in result.Constants)
        {
            json.WriteStartObject();
            json.WriteString("function", $"{constant.Function}");
            json.WriteNumber("line", constant.Line);
            json.WriteNumber("index", constant.Index);
            json.WriteNumber("before", constant.Before);
            json.WriteNumber("after", constant.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteCurve(Utf8JsonWriter json)
    {
        json.WriteStartArray("curve");
        foreach (var step in result.Curve)
        {
            json.WriteStartArray();
            json.WriteNumberValue(step.Evaluation);
            json.WriteNumberValue(step.Fitness);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
