using System.CommandLine;
using System.CommandLine.Parsing;
using AutoMLZero.Cli.Csv;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Runs;

namespace AutoMLZero.Cli.Tuning;

/// <summary>The options that say which program is tuned, and for which tasks: those of a preset, of a run or of a table.</summary>
internal sealed class TuneInputOptions
{
    private readonly Argument<string?> program = new("PROGRAM")
    {
        Description = $"A file with a program, or a built-in program: {string.Join(", ", BuiltInPrograms.ByName.Keys)}.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> preset = SharedOptions.Preset();
    private readonly Option<string?> run = new("--run")
    {
        HelpName = "DIR",
        Description = "The folder of a search: its tasks, its seed, and its best program if no other is given.",
    };

    private readonly Option<ulong> seed = SharedOptions.Seed();
    private readonly Option<KeyValuePair<string, string>[]> set = SharedOptions.Set();
    private readonly Option<string?> data = SharedOptions.DataDirectory();
    private readonly TableOptions table = new();

    /// <summary>Adds argument and options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(program);
        foreach (var option in (Option[])[preset, run, seed, set, data]) command.Add(option);
        table.AddTo(command);
        command.Validators.Add(Check);
    }

    /// <summary>Reads the program and the spec.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="surroundings">Where files and notes are.</param>
    public TuneInput Read(ParseResult parsed, Surroundings surroundings)
    {
        var chosen = parsed.GetValue(seed);
        if (parsed.GetValue(run) is { } folder)
        {
            var summary = RunSummary.Read(folder, SharedOptions.Catalog(parsed.GetValue(data), surroundings));
            return Of(parsed, summary.Spec, summary.Seed, summary.Best);
        }

        var overrides = parsed.GetValue(set) ?? [];
        return Of(parsed, table.Read(parsed, chosen) is { } csv
            ? TableFile.Open(csv.File, csv.Settings, surroundings).Experiment(overrides)
            : SharedOptions.Catalog(parsed.GetValue(data), surroundings).LoadPreset(parsed.GetValue(preset)!, overrides), chosen, null);
    }

    private TuneInput Of(ParseResult parsed, ExperimentSpec spec, ulong seedOfTasks, Program? best) => parsed.GetValue(program) is { } name
        ? new TuneInput(ProgramSource.ReadOne(name, spec.Tasks.Select.Classes > 0), name, spec, seedOfTasks)
        : new TuneInput(best!, "the best program of the run", spec, seedOfTasks);

    private void Check(CommandResult result)
    {
        var hasRun = result.GetResult(run) is not null;
        var given = (result.GetResult(preset) is not null ? 1 : 0) + (hasRun ? 1 : 0) + (table.AreGiven(result) ? 1 : 0);
        if (given != 1) result.AddError($"expected either --preset, --run or --csv, found {(given == 0 ? "none" : "several")}");
        else if (!hasRun && result.GetResult(program) is not { Tokens.Count: > 0 }) result.AddError("expected a program, or --run with the folder of a search");
        else if (hasRun && Has(result, set)) result.AddError("--set belongs to --preset and --csv, found --run");
        else if (hasRun && Has(result, seed)) result.AddError("--seed belongs to --preset and --csv, found --run");
    }

    private static bool Has(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };
}
