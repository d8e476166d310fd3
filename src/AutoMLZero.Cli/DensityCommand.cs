using System.CommandLine;
using System.Globalization;
using AutoMLZero.Experiments;

namespace AutoMLZero.Cli;

/// <summary><c>density</c>: says how rare good programs are among random ones.</summary>
internal static class DensityCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it touches of the world.</param>
    public static Command Create(Surroundings surroundings)
    {
        var preset = SharedOptions.Preset();
        var samples = SharedOptions.Count("--samples", "Number of random programs.");
        var seed = SharedOptions.Seed();
        var data = SharedOptions.DataDirectory();
        var json = SharedOptions.Json();
        preset.Required = true;
        samples.Required = true;
        var command = new Command("density", "Draws random programs and says how rare the good ones are: difficulty = -log10(density).")
        {
            preset, samples, seed, data, json,
        };
        command.SetAction(parsed => Run(
            SharedOptions.Catalog(parsed.GetValue(data), surroundings).LoadPreset(parsed.GetValue(preset)!),
            parsed.GetValue(samples)!.Value,
            parsed.GetValue(seed),
            parsed.GetValue(json),
            surroundings));
        return command;
    }

    private static int Run(ExperimentSpec spec, long samples, ulong seed, bool json, Surroundings surroundings)
    {
        var result = new ProgressDisplay(surroundings).Run<DensityProgress, DensityResult>(
            progress => Describe(progress, samples),
            progress => new DensityEstimate(spec, seed, surroundings.Time, progress: progress).Run(samples, surroundings.Interruption));
        if (json) WriteJson(spec.Name, seed, result, surroundings.Output);
        else Write(spec.Name, seed, result, surroundings);
        return result.Canceled ? throw new OperationCanceledException(surroundings.Interruption) : ExitCode.Done;
    }

    private static (string Name, string Value)[] Describe(DensityProgress progress, long samples) =>
    [
        ("programs", $"{Shown.Of(progress.Samples)} of {Shown.Of(samples)}"),
        ("acceptable", Shown.Of(progress.Acceptable)),
        ("programs a second", Shown.Rate(progress.Samples, progress.Elapsed)),
        ("elapsed", Shown.Of(progress.Elapsed)),
    ];

    private static void Write(string preset, ulong seed, DensityResult result, Surroundings surroundings)
    {
        var output = surroundings.Output;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{preset}, seed {seed}: {result.Acceptable:N0} of {result.Samples:N0} random programs reach fitness {result.Threshold}"));
        if (result.Samples > 0) output.WriteLine(Difficulty(result));
        surroundings.Error.WriteLine($"took {Shown.Of(result.Elapsed)}, {Shown.Rate(result.Samples, result.Elapsed)} programs a second");
    }

    private static string Difficulty(DensityResult result) => result.Acceptable == 0
        ? $"difficulty at least {Shown.Short(result.DifficultyLow)} (95 % sure)"
        : $"difficulty {Shown.Short(result.Difficulty)} (95 % interval {Shown.Short(result.DifficultyLow)} to {Shown.Short(result.DifficultyHigh)})";

    private static void WriteJson(string preset, ulong seed, DensityResult result, TextWriter output) => JsonLine.Write(output, json =>
    {
        json.WriteString("event", "done");
        json.WriteString("preset", preset);
        json.WriteNumber("seed", seed);
        json.WriteNumber("samples", result.Samples);
        json.WriteNumber("acceptable", result.Acceptable);
        json.Number("threshold", result.Threshold);
        json.Number("density", result.Density);
        json.Number("densityLow", result.DensityLow);
        json.Number("densityHigh", result.DensityHigh);
        json.Number("difficulty", result.Difficulty);
        json.Number("difficultyLow", result.DifficultyLow);
        json.Number("difficultyHigh", result.DifficultyHigh);
        json.Number("seconds", result.Elapsed.TotalSeconds);
    });
}
