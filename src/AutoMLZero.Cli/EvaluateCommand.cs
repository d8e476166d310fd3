using System.Collections.Immutable;
using System.CommandLine;
using AutoMLZero.Cli.Csv;
using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Cli;

/// <summary><c>evaluate</c>: says how well given programs learn.</summary>
internal static class EvaluateCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it touches of the world.</param>
    public static Command Create(Surroundings surroundings)
    {
        var builtIn = string.Join(", ", BuiltInPrograms.ByName.Keys);
        var programs = new Argument<string[]>("PROGRAMS")
        {
            Description = $"Files with programs, or built-in programs: {builtIn}.",
            Arity = ArgumentArity.OneOrMore,
        };
        var preset = SharedOptions.Preset();
        var split = PresetTasks.Split("test");
        var seed = SharedOptions.Seed();
        var set = SharedOptions.Set();
        var tasks = new Option<string?>("--tasks") { HelpName = "TASKS.json", Description = "A file with tasks of your own." };
        var data = SharedOptions.DataDirectory();
        var table = new TableOptions();
        var json = SharedOptions.Json();
        var command = new Command("evaluate", "Says how well programs learn the tasks of a preset, or your own.")
        {
            programs, preset, split, seed, set, tasks, data, json,
        };
        table.AddTo(command);
        command.Validators.Add(result =>
        {
            var isPreset = result.GetResult(preset) is not null;
            var isFile = result.GetResult(tasks) is not null;
            var hasSplitOrSeed = result.GetResult(split) is { Implicit: false } || result.GetResult(seed) is { Implicit: false }
                || result.GetResult(set) is { Implicit: false };
            var given = (isPreset ? 1 : 0) + (isFile ? 1 : 0) + (table.AreGiven(result) ? 1 : 0);
            if (given != 1) result.AddError($"expected either --preset, --tasks or --csv, found {(given == 0 ? "none" : "several")}");
            else if (isFile && hasSplitOrSeed) result.AddError("--split, --seed and --set belong to --preset and --csv, found --tasks");
        });
        command.SetAction(parsed =>
        {
            var (taskSet, memory, evaluation) = parsed.GetValue(tasks) is { } file
                ? TasksFile.Read(InputFile.Read(file), file)
                : PresetTasks.Of(
                    table.Read(parsed, parsed.GetValue(seed)) is { } csv
                        ? TableFile.Open(csv.File, csv.Settings, surroundings).Experiment(parsed.GetValue(set) ?? [])
                        : SharedOptions.Catalog(parsed.GetValue(data), surroundings).LoadPreset(parsed.GetValue(preset)!, parsed.GetValue(set)),
                    parsed.GetValue(split)!,
                    parsed.GetValue(seed));
            ImmutableArray<NamedProgram> read = [.. parsed.GetValue(programs)!.SelectMany(name => ProgramSource.Read(name, memory, taskSet.IsMultiClass))];
            return Run(read, taskSet, evaluation, parsed.GetValue(json), surroundings);
        });
        return command;
    }

    private static int Run(
        ImmutableArray<NamedProgram> programs, TaskSet tasks, EvaluationSettings evaluation, bool json, Surroundings surroundings)
    {
        using var evaluator = Evaluators.Create(tasks, evaluation);
        var report = new EvaluationReport(tasks, programs.Length);
        for (var index = 0; index < programs.Length; index++)
        {
            surroundings.Interruption.ThrowIfCancellationRequested();
            var fitness = ProgramSource.InContext($"program {index}", () => evaluator.Evaluate(programs[index].Program).Fitness);
            if (json) EvaluationReport.WriteJson(index, fitness, evaluator.TaskFitness.ToArray(), surroundings.Output);
            else report.Add(programs[index].Name ?? Shown.Of(index), fitness, evaluator.TaskFitness);
        }

        if (!json) report.Write(surroundings.OutputConsole);
        return ExitCode.Done;
    }
}
