using System.CommandLine;
using System.CommandLine.Parsing;
using AutoMLZero.Data.Csv;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Runs;
using AutoMLZero.Tasks;

namespace AutoMLZero.Cli.Insight;

/// <summary>The program of a command, and the tasks that it is looked at on: those of a preset, of a run, or none but their kind.</summary>
internal sealed class TaskOptions
{
    private readonly Argument<string?> program = new("PROGRAM") { Description = ProgramDescription, Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> preset = SharedOptions.Preset();
    private readonly Option<string?> run = new("--run") { HelpName = "DIR", Description = "The folder of a search: its tasks, and its best program if no other is given." };
    private readonly Option<string> split = PresetTasks.Split("select");
    private readonly Option<ulong> seed = SharedOptions.Seed();
    private readonly Option<KeyValuePair<string, string>[]> set = SharedOptions.Set();
    private readonly Option<string?> data = SharedOptions.DataDirectory();
    private readonly Option<string?> kind = Kind();

    private static string ProgramDescription => $"A file with a program, or a built-in program: {string.Join(", ", BuiltInPrograms.ByName.Keys)}.";

    /// <summary>Adds argument and options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="needsTasks">Whether the command makes no sense without tasks.</param>
    public void AddTo(Command command, bool needsTasks)
    {
        command.Add(program);
        foreach (var option in (Option[])[preset, run, split, seed, set, data, kind]) command.Add(option);
        command.Validators.Add(result => Check(result, needsTasks));
    }

    /// <summary>Whether the user names tasks.</summary>
    public bool HasTasks(CommandResult result) => result.GetResult(preset) is not null || result.GetResult(run) is not null;

    /// <summary>Reads the program and makes the tasks.</summary>
    public ChosenTasks Read(ParseResult parsed, Surroundings surroundings)
    {
        var catalog = SharedOptions.Catalog(parsed.GetValue(data), surroundings);
        if (parsed.GetValue(run) is { } folder)
        {
            var summary = RunSummary.Read(folder, catalog);
            return Of(parsed, summary.Spec, summary.Seed, summary.Best);
        }

        if (parsed.GetValue(preset) is { } name) return Of(parsed, catalog.LoadPreset(name, parsed.GetValue(set)), parsed.GetValue(seed), null);
        var only = KindOf(parsed.GetValue(kind));
        return new ChosenTasks(ReadProgram(parsed, only == TaskKind.MultiClass), only, null, null);
    }

    private static Option<string?> Kind()
    {
        var option = new Option<string?>("--kind")
        {
            HelpName = "regression|binary|multiclass",
            Description = "What the program is for, where neither a preset nor a run says it; regression when not given.",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value is not ("regression" or "binary" or "multiclass"))
                result.AddError($"there is no kind '{token.Value}', expected regression, binary or multiclass");
        });
        return option;
    }

    private static TaskKind KindOf(string? text) => text switch
    {
        "binary" => TaskKind.Binary,
        "multiclass" => TaskKind.MultiClass,
        _ => TaskKind.Regression,
    };

    private void Check(CommandResult result, bool needsTasks)
    {
        var (hasPreset, hasRun) = (result.GetResult(preset) is not null, result.GetResult(run) is not null);
        var hasProgram = result.GetResult(program) is { Tokens.Count: > 0 };
        if (hasPreset && hasRun) result.AddError("expected either --preset or --run, found both");
        else if (needsTasks && !hasPreset && !hasRun) result.AddError("expected --preset or --run, found neither");
        else if (!hasProgram && !hasRun) result.AddError("expected a program, or --run with the folder of a search");
        else if (!hasPreset && Has(result, set)) result.AddError("--set belongs to --preset");
        else if (!hasPreset && Has(result, seed)) result.AddError("--seed belongs to --preset");
        else if (!hasPreset && !hasRun && Has(result, split)) result.AddError("--split belongs to --preset or --run");
        else if ((hasPreset || hasRun) && Has(result, kind)) result.AddError("--kind belongs to programs without --preset and --run");
    }

    private static bool Has(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private ChosenTasks Of(ParseResult parsed, ExperimentSpec spec, ulong seedOfTasks, Program? best)
    {
        var (tasks, _, evaluation) = PresetTasks.Of(spec, parsed.GetValue(split)!, seedOfTasks);
        return new ChosenTasks(ReadProgram(parsed, tasks.IsMultiClass, best), tasks.Tasks[0].Kind, tasks, evaluation)
        {
            FeatureNames = spec.Tasks.Select is CsvTaskSource table ? table.Table.Transformation.FeatureNames : [],
        };
    }

    private Program ReadProgram(ParseResult parsed, bool isMultiClass, Program? best = null) =>
        parsed.GetValue(program) is { } name ? ProgramSource.ReadOne(name, isMultiClass) : best!;
}
