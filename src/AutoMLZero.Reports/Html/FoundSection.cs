using AutoMLZero.Experiments;

namespace AutoMLZero.Reports.Html;

/// <summary>What was found: fitness, counters, the hall of fame.</summary>
internal static class FoundSection
{
    /// <summary>Writes it.</summary>
    public static void Write(Html html, ReportContent content)
    {
        var (run, program) = (content.Run, content.Tested[0]);
        ReportHeader.Section(html, "found");
        if (run.Result is null) html.Text("p", "The search is not at its end: this is the best program so far, and the test tasks were asked for this report only.");
        if (!content.Milestones.IsEmpty) html.Text("p", $"The program uses {Listed(content.Milestones.SelectMany(milestone => milestone.Techniques))}.");
        html.Table(
            ["Fitness on", "mean", "standard error"],
            [
                ["test tasks, which no search and no selection met", Shown.Fitness(program.Fitness), Shown.Error(program.StandardError)],
                ["selection tasks", Shown.Fitness(run.Result?.SelectFitness ?? run.Champion?.SelectFitness), "–"],
                ["search tasks of its experiment", Shown.Fitness(run.Result?.SearchFitness ?? run.Champion?.SearchFitness), "–"],
            ]);
        if (run.Result is not { } result) return;
        html.Table(["Counter", "number"], Counters(result));
        if (result.HallOfFame.Count == 0) return;
        using var details = html.Details("The hall of fame: the fittest programs at each cost");
        html.Table(
            ["Cost of a training step", "fitness on search tasks", "experiment"],
            result.HallOfFame.Select(member => (string[])[Shown.Cost(member.Cost), Shown.Fitness(member.Fitness), Shown.Of(member.Experiment + 1)]));
    }

    private static string[][] Counters(SearchResult result) =>
    [
        ["experiments", Shown.Of(result.Experiments)],
        ["individuals that entered a population", Shown.Of(result.Counters.Individuals)],
        ["children generated", Shown.Of(result.Counters.Generated)],
        ["rejected before they ran", Shown.Of(result.Counters.Rejected)],
        ["answered by a cache", Shown.Of(result.Counters.Cached)],
        ["stopped by a hurdle", Shown.Of(result.Counters.Partial)],
        ["run in full", Shown.Of(result.Counters.Evaluated)],
    ];

    private static string Listed(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
