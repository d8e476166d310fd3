using System.Text.Json;
using AutoMLZero.Cli.Csv;
using AutoMLZero.Cli.Tuning;
using AutoMLZero.Experiments;

namespace AutoMLZero.Cli;

/// <summary>How <c>search</c> says what it does and what it found.</summary>
internal static class SearchReport
{
    /// <summary>Writes what was found, and says how the command ends.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="spec">What was searched; of a table, what the program is worth on held-out rows is said too.</param>
    /// <param name="folder">The folder that the search is kept in; null when there is none.</param>
    /// <param name="json">Whether for programs.</param>
    /// <param name="surroundings">Where to.</param>
    /// <exception cref="OperationCanceledException">The search was interrupted.</exception>
    public static int Finish(SearchResult result, ExperimentSpec spec, string? folder, bool json, Surroundings surroundings)
    {
        var table = result.Stop == StopReason.Canceled ? null : TableReport.Of(spec, result, surroundings.Interruption);
        if (json) table?.WriteJson(surroundings.Output);
        if (json) WriteJson(result, Strategies.NameOf(spec), surroundings.Output);
        else Write(result, spec.SolvedAt < 1, surroundings.Output, surroundings.Error);
        if (!json) table?.Write(surroundings.Output);
        if (result.Stop != StopReason.Canceled) return ExitCode.Done;
        throw folder is null
            ? new OperationCanceledException(surroundings.Interruption)
            : new ResumableException(folder, surroundings.Interruption);
    }

    /// <summary>What to show while the search runs.</summary>
    /// <param name="progress">How far it is.</param>
    /// <param name="limit">How long it may take.</param>
    public static (string Name, string Value)[] Describe(SearchProgress progress, TimeSpan? limit)
    {
        (string Name, string Value)[] always =
        [
            ("experiment", Shown.Of(progress.Experiment)),
            ("individuals", Shown.Of(progress.Counters.Individuals)),
            ("individuals a second", Shown.Rate(progress.Counters.Individuals, progress.Elapsed)),
            ("best search fitness", Shown.OfFitness(progress.Best?.Fitness)),
            ("best selection fitness", Shown.OfFitness(progress.SelectFitness)),
            ("elapsed", Shown.Of(progress.Elapsed)),
        ];
        if (progress.Tuning is { } tuning) always = [.. always, ("tuning", $"{Shown.Of(tuning.Evaluations)} of {Shown.Of(tuning.Budget)}")];
        return limit is { } most ? [.. always, ("left", Shown.Of(most > progress.Elapsed ? most - progress.Elapsed : TimeSpan.Zero))] : always;
    }

    /// <summary>Writes what was found for people; what differs from run to run goes to standard error.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="canBeSolved">Whether less than perfect fitness is enough; else a search simply ends.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    public static void Write(SearchResult result, bool canBeSolved, TextWriter output, TextWriter error)
    {
        output.WriteLine($"{result.Name}, seed {result.Seed}: {Ending(result.Stop, canBeSolved)}");
        output.WriteLine();
        output.WriteLine(result.Program?.ToString() ?? "no program\n");
        output.WriteLine("fitness");
        output.WriteLine($"  search tasks     {Shown.OfFitness(result.SearchFitness)}");
        output.WriteLine($"  selection tasks  {Shown.OfFitness(result.SelectFitness)}{Untuned(result.Tuning)}");
        output.WriteLine($"  unseen tasks     {Shown.OfFitness(result.TestFitness, result.TestStandardError)}");
        output.WriteLine();
        if (result.HallOfFame.Count > 0) HallOfFameReport.Write(result.HallOfFame, output);
        WriteCounters(result, output);
        error.WriteLine($"took {Shown.Of(result.Elapsed)}, {Shown.Rate(result.Counters.Individuals, result.Elapsed)} individuals a second");
    }

    /// <summary>Writes what was found for programs.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="strategy">How it was searched.</param>
    /// <param name="output">Standard output.</param>
    public static void WriteJson(SearchResult result, string strategy, TextWriter output) => JsonLine.Write(output, json =>
    {
        json.WriteString("event", "done");
        json.WriteString("preset", result.Name);
        json.WriteString("strategy", strategy);
        json.WriteNumber("seed", result.Seed);
        json.WriteBoolean("success", result.Success);
        json.Number("searchFitness", result.SearchFitness);
        json.Number("selectFitness", result.SelectFitness);
        json.Number("testFitness", result.TestFitness);
        json.Number("testStandardError", result.TestStandardError);
        json.WriteNumber("experiments", result.Experiments);
        foreach (var (name, count) in Counters(result)) json.WriteNumber(name, count);
        json.Number("seconds", result.Elapsed.TotalSeconds);
        json.WriteString("program", result.Program?.ToString());
        if (result.Tuning is { } tuning) WriteTuning(tuning, json);
        HallOfFameReport.WriteJson(result.HallOfFame, json);
    });

    private static string Untuned(ChampionTuning? tuning) => tuning is null ? ""
        : $" (tuned by {TuneReport.Of(tuning.Method)} with {Shown.Of(tuning.Evaluations)} programs; {Shown.OfFitness(tuning.SelectFitness)} before)";

    private static void WriteTuning(ChampionTuning tuning, Utf8JsonWriter json)
    {
        json.WriteStartObject("tuning");
        json.WriteString("method", TuneReport.Word(tuning.Method));
        json.WriteNumber("evaluations", tuning.Evaluations);
        json.Number("selectFitnessBefore", tuning.SelectFitness);
        json.WriteString("programBefore", tuning.Program.ToString());
        json.WriteEndObject();
    }

    private static void WriteCounters(SearchResult result, TextWriter output)
    {
        output.WriteLine("counters");
        output.WriteLine($"  experiments  {Shown.Of(result.Experiments),13}");
        foreach (var (name, count) in Counters(result)) output.WriteLine($"  {name,-11}  {Shown.Of(count),13}");
    }

    private static (string Name, long Count)[] Counters(SearchResult result) =>
    [
        ("individuals", result.Counters.Individuals),
        ("generated", result.Counters.Generated),
        ("rejected", result.Counters.Rejected),
        ("cached", result.Counters.Cached),
        ("partial", result.Counters.Partial),
        ("evaluated", result.Counters.Evaluated),
    ];

    private static string Ending(StopReason stop, bool canBeSolved) => (stop, canBeSolved) switch
    {
        (StopReason.Solved, _) => "solved",
        (StopReason.BudgetSpent, true) => "not solved, the budget is spent",
        (StopReason.BudgetSpent, false) => "the budget is spent",
        (StopReason.TimeSpent, true) => "not solved, the time is over",
        (StopReason.TimeSpent, false) => "the time is over",
        _ => "interrupted",
    };
}
