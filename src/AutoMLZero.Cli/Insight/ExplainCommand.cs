using System.CommandLine;
using AutoMLZero.Analysis;
using AutoMLZero.Insight.Explanations;
using AutoMLZero.Tasks;

namespace AutoMLZero.Cli.Insight;

/// <summary><c>explain</c>: says what a program does and how.</summary>
internal static class ExplainCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it touches of the world.</param>
    public static Command Create(Surroundings surroundings)
    {
        var tasks = new TaskOptions();
        var graph = new Option<string?>("--graph") { HelpName = "FILE", Description = "Draws the data flow: FILE.dot for Graphviz, FILE.svg where Graphviz is installed." };
        var json = SharedOptions.Json();
        var command = new Command("explain", "Says what a program does: for reading, line by line, with the techniques that it uses.");
        tasks.AddTo(command, needsTasks: false);
        command.Add(graph);
        command.Add(json);
        graph.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && GraphFile.FormatOf(token.Value) is null)
                result.AddError($"the value of --graph is '{token.Value}', expected a name that ends with .dot or .svg");
        });
        command.SetAction(parsed =>
        {
            var chosen = tasks.Read(parsed, surroundings);
            return Run(chosen, parsed.GetValue(graph), parsed.GetValue(json), surroundings);
        });
        return command;
    }

    private static int Run(ChosenTasks chosen, string? graph, bool json, Surroundings surroundings)
    {
        if (graph is null && EffectiveLines.Of(chosen.Program, chosen.Kind == TaskKind.MultiClass).HasGuards) return List(chosen, json, surroundings);
        var explanation = Explanation.Of(chosen.Program, chosen.Kind);
        if (graph is not null) GraphFile.Write(graph, explanation.Graph, surroundings.Interruption);
        var report = new ExplanationReport(explanation, chosen.Tasks is null ? null : Measure(explanation, chosen, surroundings), chosen.Tasks);
        if (json) report.WriteJson(surroundings.Output);
        else report.Write(surroundings.Output);
        return ExitCode.Done;
    }

    private static int List(ChosenTasks chosen, bool json, Surroundings surroundings)
    {
        using var evaluator = chosen.Tasks is null ? null : chosen.Evaluator();
        var report = new ListingReport(Listing.Of(chosen.Program, chosen.Kind == TaskKind.MultiClass), evaluator?.Evaluate(chosen.Program).Fitness);
        if (json) report.WriteJson(surroundings.Output);
        else report.Write(surroundings.Output);
        return ExitCode.Done;
    }

    private static Ablation Measure(Explanation explanation, ChosenTasks chosen, Surroundings surroundings)
    {
        using var evaluator = chosen.Evaluator();
        var flow = explanation.Readable.Flow;
        return new ProgressDisplay(surroundings).Run<int, Ablation>(
            line => [("without line", $"{Shown.Of(line)} of {Shown.Of(flow.Values.Length)}")],
            progress => Ablation.Measure(flow, evaluator, progress, surroundings.Interruption));
    }
}
