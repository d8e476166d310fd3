using System.CommandLine;
using AutoMLZero.Cli.Csv;
using AutoMLZero.Cli.Panel;
using AutoMLZero.Data.Csv;
using AutoMLZero.Experiments;
using AutoMLZero.Runs;

namespace AutoMLZero.Cli;

/// <summary><c>search</c>: evolves a program.</summary>
internal static class SearchCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it touches of the world.</param>
    public static Command Create(Surroundings surroundings)
    {
        var spec = new Argument<string?>("SPEC.json") { Description = "An experiment of your own.", Arity = ArgumentArity.ZeroOrOne };
        var preset = SharedOptions.Preset();
        var strategy = Strategy();
        var seed = SharedOptions.Seed();
        var individuals = SharedOptions.Count("--max-individuals", "Ends the search after this many individuals.");
        var time = SharedOptions.Duration("--max-time", "Ends the search after this time, such as 90s, 10m or 1.5h.");
        var experiments = SharedOptions.Count("--max-experiments", "Ends the search after this many experiments.");
        var set = SharedOptions.Set();
        var data = SharedOptions.DataDirectory();
        var workers = SharedOptions.Workers();
        var folder = new Option<string?>("--out")
        {
            HelpName = "DIR",
            Description = "Keeps the search in a new folder; 'automlzero resume DIR' goes on after an interruption.",
        };
        var table = new TableOptions();
        var json = SharedOptions.Json();
        var command = new Command("search", "Evolves a program that learns, starting from empty or random programs.")
        {
            spec, preset, strategy, seed, individuals, time, experiments, set, workers, folder, data, json,
        };
        table.AddTo(command);
        command.Validators.Add(result =>
        {
            var isFile = result.GetResult(spec) is { Tokens.Count: > 0 };
            var isPreset = result.GetResult(preset) is not null;
            var isTable = table.AreGiven(result) && !(isPreset && IsLinearGp(result.GetValue(preset)));
            var given = (isFile ? 1 : 0) + (isPreset ? 1 : 0) + (isTable ? 1 : 0);
            if (given != 1) result.AddError($"expected either a spec file, --preset or --csv, found {(given == 0 ? "none" : "several")}");
        });
        command.SetAction(parsed =>
        {
            var (chosen, overrides) = (parsed.GetValue(seed), parsed.GetValue(set) ?? []);
            var way = parsed.GetValue(strategy);
            var limits = new Limits(parsed.GetValue(individuals), parsed.GetValue(time), parsed.GetValue(experiments));
            var loaded = table.Read(parsed, chosen) is { } own
                ? limits.WithoutExperiments(TableFile.Open(own.File, own.Settings, surroundings, IsLinearGp(parsed.GetValue(preset)))
                    .Tuned(overrides, way, chosen, surroundings))
                : Load(parsed.GetValue(spec), parsed.GetValue(preset), way, overrides, SharedOptions.Catalog(parsed.GetValue(data), surroundings));
            return Run(
                limits.In(loaded),
                chosen,
                SharedOptions.OnWorkers(parsed.GetValue(workers)),
                parsed.GetValue(folder),
                parsed.GetValue(json),
                surroundings);
        });
        return command;
    }

    private static int Run(ExperimentSpec spec, ulong seed, SeriesOptions options, string? folder, bool json, Surroundings surroundings)
    {
        if (folder is not null)
        {
            using var run = RunFolder.Create(folder, spec, seed);
            return ResumeCommand.Run(run, options, null, json, surroundings);
        }

        var result = SearchDisplay.Run(
            spec, seed, null, surroundings, progress => new ExperimentSeries(spec, seed, surroundings.Time, progress, options).Run(surroundings.Interruption));
        return SearchReport.Finish(result, spec, null, json, surroundings);
    }

    private static ExperimentSpec Load(
        string? file, string? preset, string? strategy, KeyValuePair<string, string>[] overrides, SpecCatalog catalog) =>
        file is null
            ? Strategies.Load(catalog.PresetJson(preset!), preset!, strategy, overrides, catalog)
            : Strategies.Load(InputFile.Read(file), file, strategy, overrides, catalog);

    private static bool IsLinearGp(string? preset) => preset == CsvExperiments.LinearGp;

    private static Option<string?> Strategy()
    {
        var option = new Option<string?>("--strategy")
        {
            HelpName = string.Join('|', Strategies.Names),
            Description = "How to search: faithful is regularized evolution as in the paper, fast is what finds most in the least time. "
                + "As the spec says when not given; presets are faithful.",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Strategies.Names.Contains(token.Value))
                result.AddError($"there is no strategy '{token.Value}', expected {string.Join(" or ", Strategies.Names)}");
        });
        return option;
    }

    private sealed record Limits(long? Individuals, TimeSpan? Time, long? Experiments)
    {
        public ExperimentSpec In(ExperimentSpec spec) => spec with
        {
            Budget = spec.Budget with
            {
                Individuals = Individuals ?? spec.Budget.Individuals,
                Time = Time ?? spec.Budget.Time,
                Experiments = Experiments ?? spec.Budget.Experiments,
            },
        };

        /// <summary>The search on a table is made to end soon; a user who says how long it may take wants it to take so long.</summary>
        public ExperimentSpec WithoutExperiments(ExperimentSpec spec) =>
            Individuals is null && Time is null ? spec : spec with { Budget = spec.Budget with { Experiments = null } };
    }
}
