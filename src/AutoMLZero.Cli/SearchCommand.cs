using System.CommandLine;
using AutoMLZero.Cli.Csv;
using AutoMLZero.Experiments;

namespace AutoMLZero.Cli;

/// <summary><c>search</c>: evolves a program.</summary>
internal static class SearchCommand
{
    private const string Faithful = "faithful";

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
        var table = new TableOptions();
        var directory = new Option<string?>("--out") { HelpName = "DIR", Description = "With --csv: keeps the program in a folder, for predict." };
        var json = SharedOptions.Json();
        var command = new Command("search", "Evolves a program that learns, starting from empty or random programs.")
        {
            spec, preset, strategy, seed, individuals, time, experiments, set, data, directory, json,
        };
        table.AddTo(command);
        command.Validators.Add(result =>
        {
            var isFile = result.GetResult(spec) is { Tokens.Count: > 0 };
            var isPreset = result.GetResult(preset) is not null;
            if (table.AreGiven(result))
            {
                if (isFile || isPreset) result.AddError($"expected either {(isFile ? "a spec file" : "--preset")} or --csv, found both");
                return;
            }

            if (isFile == isPreset) result.AddError($"expected a spec file, --preset or --csv, found {(isFile ? "a spec file and --preset" : "none")}");
            else if (result.GetResult(directory) is not null) result.AddError("--out belongs to --csv, found without");
        });
        command.SetAction(parsed =>
        {
            var (limits, chosen) = ((parsed.GetValue(individuals), parsed.GetValue(time), parsed.GetValue(experiments)), parsed.GetValue(seed));
            var overrides = parsed.GetValue(set) ?? [];
            if (table.Read(parsed, chosen) is { } given)
            {
                var search = TableSearch.Open(given.File, given.Settings, overrides, chosen, surroundings);
                search = search with { Spec = WithBudget(WithExperiments(search.Spec, limits), limits) };
                return Run(search, chosen, parsed.GetValue(directory), parsed.GetValue(json), surroundings);
            }

            var catalog = SharedOptions.Catalog(parsed.GetValue(data), surroundings);
            var loaded = Load(parsed.GetValue(spec), parsed.GetValue(preset), overrides, catalog);
            return Run(WithBudget(loaded, limits), chosen, parsed.GetValue(json), surroundings);
        });
        return command;
    }

    private static int Run(TableSearch search, ulong seed, string? directory, bool json, Surroundings surroundings)
    {
        var result = Search(search.Spec, seed, surroundings);
        if (result.Stop == StopReason.Canceled) return Done(result, json, surroundings);
        var report = search.Report(result.Program);
        if (directory is not null && result.Program is { } program) search.Save(program, directory);
        if (json) report.WriteJson(surroundings.Output);
        var exitCode = Done(result, json, surroundings);
        if (!json) report.Write(surroundings.Output);
        return exitCode;
    }

    private static int Run(ExperimentSpec spec, ulong seed, bool json, Surroundings surroundings) =>
        Done(Search(spec, seed, surroundings), json, surroundings);

    private static SearchResult Search(ExperimentSpec spec, ulong seed, Surroundings surroundings) =>
        new ProgressDisplay(surroundings).Run<SearchProgress, SearchResult>(
            progress => SearchReport.Describe(progress, spec.Budget.Time),
            progress => new ExperimentSeries(spec, seed, surroundings.Time, progress).Run(surroundings.Interruption));

    private static int Done(SearchResult result, bool json, Surroundings surroundings)
    {
        if (json) SearchReport.WriteJson(result, Faithful, surroundings.Output);
        else SearchReport.Write(result, surroundings.Output, surroundings.Error);
        return result.Stop == StopReason.Canceled ? throw new OperationCanceledException(surroundings.Interruption) : ExitCode.Done;
    }

    private static ExperimentSpec Load(string? file, string? preset, KeyValuePair<string, string>[] overrides, SpecCatalog catalog) =>
        file is null ? catalog.LoadPreset(preset!, overrides) : SpecReader.Read(InputFile.Read(file), file, overrides, catalog);

    private static ExperimentSpec WithBudget(ExperimentSpec spec, (long? Individuals, TimeSpan? Time, long? Experiments) limits) => spec with
    {
        Budget = spec.Budget with
        {
            Individuals = limits.Individuals ?? spec.Budget.Individuals,
            Time = limits.Time ?? spec.Budget.Time,
            Experiments = limits.Experiments ?? spec.Budget.Experiments,
        },
    };

    /// <summary>A table's preset is made to end soon; a user who says how long it may take wants it to take so long.</summary>
    private static ExperimentSpec WithExperiments(ExperimentSpec spec, (long? Individuals, TimeSpan? Time, long? Experiments) limits) =>
        limits is (null, null, _) ? spec : spec with { Budget = spec.Budget with { Experiments = null } };

    private static Option<string> Strategy()
    {
        var option = new Option<string>("--strategy")
        {
            HelpName = Faithful,
            Description = "How to search: faithful is regularized evolution as in the paper.",
            DefaultValueFactory = _ => Faithful,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value != Faithful)
                result.AddError($"there is no strategy '{token.Value}', expected {Faithful}");
        });
        return option;
    }
}
