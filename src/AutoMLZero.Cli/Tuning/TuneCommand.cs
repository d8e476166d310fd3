using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using AutoMLZero.Experiments;
using AutoMLZero.Tuning;

namespace AutoMLZero.Cli.Tuning;

/// <summary><c>tune</c>: finds better constants for a program.</summary>
internal static class TuneCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it touches of the world.</param>
    public static Command Create(Surroundings surroundings)
    {
        var input = new TuneInputOptions();
        var usual = new TuningSettings();
        var method = Method();
        var evaluations = SharedOptions.Count("--evaluations", $"Number of programs that are evaluated on the selection tasks; {usual.Evaluations} when not given.");
        var workers = SharedOptions.Workers();
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "Writes the tuned program to a file, too." };
        var json = SharedOptions.Json();
        var command = new Command("tune", "Tunes all constants of a program together on selection tasks, and says on unseen tasks what that is worth.");
        input.AddTo(command);
        foreach (var option in (Option[])[method, evaluations, workers, output, json]) command.Add(option);
        command.SetAction(parsed => Run(
            input.Read(parsed, surroundings),
            new TuningSettings { Method = parsed.GetValue(method), Evaluations = parsed.GetValue(evaluations) ?? usual.Evaluations },
            SharedOptions.OnWorkers(parsed.GetValue(workers)).Workers,
            parsed.GetValue(output),
            parsed.GetValue(json),
            surroundings));
        return command;
    }

    private static int Run(TuneInput input, TuningSettings settings, int workers, string? file, bool json, Surroundings surroundings)
    {
        var start = surroundings.Time.GetTimestamp();
        var result = new ProgressDisplay(surroundings).Run<TuningProgress, TuningResult>(
            progress => Describe(progress, surroundings.Time.GetElapsedTime(start)),
            progress => new ProgramTuning(input.Spec, input.Seed, workers, progress).Tune(input.Program, settings, surroundings.Interruption));
        if (file is not null) OutputFile.Write(file, Encoding.UTF8.GetBytes(result.Program.ToString()));
        var test = result.IsCanceled ? null : new ProgramTuning(input.Spec, input.Seed).Test(input.Program, result.Program);
        var report = new TuneReport(input, settings.Method, result, test);
        if (json) report.WriteJson(surroundings.Output);
        else report.Write(surroundings.Output);
        return result.IsCanceled ? throw new OperationCanceledException(surroundings.Interruption) : ExitCode.Done;
    }

    private static (string Name, string Value)[] Describe(TuningProgress progress, TimeSpan elapsed) =>
    [
        ("programs", $"{Shown.Of(progress.Evaluations)} of {Shown.Of(progress.Budget)}"),
        ("fitness before", Shown.OfFitness(progress.FitnessBefore)),
        ("best fitness", Shown.OfFitness(progress.Fitness)),
        ("elapsed", Shown.Of(elapsed)),
    ];

    private static Option<TuningMethod> Method() => new("--method")
    {
        HelpName = "cma-es|random",
        Description = "How constants are looked for: by an evolution strategy, or at random as in the paper; cma-es when not given.",
        DefaultValueFactory = _ => TuningMethod.CmaEs,
        CustomParser = Parse,
    };

    private static TuningMethod Parse(ArgumentResult result)
    {
        switch (result.Tokens[0].Value)
        {
            case "cma-es": return TuningMethod.CmaEs;
            case "random": return TuningMethod.RandomSearch;
            case var text:
                result.AddError($"there is no method '{text}', expected cma-es or random");
                return default;
        }
    }
}
