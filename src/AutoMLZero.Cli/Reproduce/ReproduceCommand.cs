using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AutoMLZero.Data;
using AutoMLZero.Data.Images;
using AutoMLZero.Reproduction;
using AutoMLZero.Reproduction.Reporting;

namespace AutoMLZero.Cli.Reproduce;

/// <summary><c>reproduce</c>: repeats experiments of the paper.</summary>
internal static class ReproduceCommand
{
    private static readonly string Names = string.Join(", ", PaperExperiments.All.Select(experiment => experiment.Name));

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it touches of the world.</param>
    public static Command Create(Surroundings surroundings)
    {
        var name = Name();
        var scale = ScaleOption();
        var all = new Option<bool>("--all") { Description = "Repeats all experiments, one after the other.", Arity = ArgumentArity.Zero };
        var list = new Option<bool>("--list") { Description = "Names the experiments, with the expected time on two cores.", Arity = ArgumentArity.Zero };
        var folder = new Option<string?>("--out")
        {
            HelpName = "DIR",
            Description = "Where each experiment has a folder; reproduction-SCALE when not given. What is there already is not done again.",
        };
        var seed = SharedOptions.Seed();
        var set = Set();
        var workers = SharedOptions.Workers();
        var data = SharedOptions.DataDirectory();
        var json = SharedOptions.Json();
        var command = new Command("reproduce", "Repeats experiments of the AutoML-Zero paper and prints its numbers beside those measured.")
        {
            name, scale, all, list, set, folder, seed, workers, data, json,
        };
        command.Validators.Add(result =>
        {
            var given = (result.GetResult(name) is { Tokens.Count: > 0 } ? 1 : 0) + (result.GetResult(all) is not null ? 1 : 0) + (result.GetResult(list) is not null ? 1 : 0);
            if (given != 1) result.AddError($"expected either an experiment ({Names}), --all or --list, found {(given == 0 ? "none" : "several")}");
            else if (result.GetResult(set) is not null && result.GetResult(name) is not { Tokens.Count: > 0 }) result.AddError("--set belongs to one experiment, found --all or --list");
        });
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(list)) return List(parsed.GetValue(json), surroundings);
            var dataFolder = SharedOptions.Folder(parsed.GetValue(data), surroundings);
            var settings = new LaboratorySettings
            {
                Scale = parsed.GetValue(scale),
                Sizes = (parsed.GetValue(set) ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
                Seed = parsed.GetValue(seed),
                Workers = parsed.GetValue(workers) ?? Environment.ProcessorCount,
                Catalog = SharedOptions.Catalog(parsed.GetValue(data), surroundings),
                Time = surroundings.Time,
            };
            PaperExperiment[] chosen = parsed.GetValue(name) is { } one ? [one] : [.. PaperExperiments.All];
            var root = parsed.GetValue(folder) ?? $"reproduction-{parsed.GetValue(scale).ToString().ToLowerInvariant()}";
            return Run(chosen, settings, dataFolder, root, parsed.GetValue(json), surroundings);
        });
        return command;
    }

    private static int Run(
        PaperExperiment[] chosen, LaboratorySettings settings, DataFolder data, string root, bool json, Surroundings surroundings)
    {
        var library = new ImageLibrary(data);
        foreach (var experiment in chosen) experiment.Sizes(settings.Scale, settings.Sizes);
        new Reproducer(settings, library).CheckData(chosen);
        foreach (var experiment in chosen)
        {
            var folder = Path.Combine(root, experiment.Name);
            var summary = new ProgressDisplay(surroundings).Run<ReproductionProgress, Summary>(
                Describe,
                progress => new Reproducer(settings with { Progress = progress }, library).Run(experiment, folder, surroundings.Interruption));
            if (json) surroundings.Output.WriteLine(SummaryText.JsonLine(summary));
            else ReproductionReport.Write(summary, surroundings.OutputConsole);
            surroundings.Error.WriteLine($"the summary is in {Path.Combine(folder, "summary.md")}");
        }

        return ExitCode.Done;
    }

    private static int List(bool json, Surroundings surroundings)
    {
        if (json) ReproductionReport.WriteListJson(PaperExperiments.All, surroundings.Output);
        else ReproductionReport.WriteList(PaperExperiments.All, surroundings.OutputConsole);
        return ExitCode.Done;
    }

    private static (string Name, string Value)[] Describe(ReproductionProgress progress) =>
    [
        ("experiment", progress.Experiment),
        ("step", progress.Step),
        ("trials", $"{Shown.Of(progress.Done)} of {Shown.Of(progress.Total)}"),
        ("elapsed", Shown.Of(progress.Elapsed)),
    ];

    private static Argument<PaperExperiment?> Name() => new("NAME")
    {
        Description = $"The experiment: {Names}.",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result =>
        {
            if (result.Tokens is not [var token]) return null;
            if (PaperExperiments.Find(token.Value) is { } found) return found;
            result.AddError($"there is no experiment '{token.Value}', expected one of {Names}");
            return null;
        },
    };

    private static Option<KeyValuePair<string, long>[]> Set() => new("--set")
    {
        HelpName = "SIZE=N",
        Description = "Changes a size of the experiment, such as individuals=5000; may be given several times.",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => Size(result, token.Value)).DistinctBy(size => size.Key)],
    };

    private static KeyValuePair<string, long> Size(ArgumentResult result, string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at > 0 && long.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return KeyValuePair.Create(text[..at], value);
        result.AddError($"the value of --set is '{text}', expected a size and a whole number such as individuals=5000");
        return default;
    }

    private static Option<Scale> ScaleOption() => new("--scale")
    {
        HelpName = "tiny|small|full",
        Description = "How large experiments are: tiny takes seconds, small at most two hours for all on two cores, full days. small when not given.",
        DefaultValueFactory = _ => Scale.Small,
        CustomParser = result => result.Tokens[0].Value switch
        {
            "tiny" => Scale.Tiny,
            "small" => Scale.Small,
            "full" => Scale.Full,
            _ => Unknown(result),
        },
    };

    private static Scale Unknown(ArgumentResult result)
    {
        result.AddError($"there is no scale '{result.Tokens[0].Value}', expected tiny, small or full");
        return default;
    }
}
