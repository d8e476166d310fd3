using System.CommandLine;
using AutoMLZero.Reports;
using AutoMLZero.Reports.Comparison;

namespace AutoMLZero.Cli.Reports;

/// <summary><c>compare</c>: says which of several searches found the better program.</summary>
internal static class CompareCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it touches of the world.</param>
    public static Command Create(Surroundings surroundings)
    {
        var folders = new Argument<string[]>("DIR") { Description = "Folders that 'automlzero search --out DIR' has made, of the same preset: the others are compared with the first.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--out") { HelpName = "FOLDER", Description = "Writes pictures, too, into this folder." };
        var data = SharedOptions.DataDirectory();
        var json = SharedOptions.Json();
        var command = new Command("compare", "Compares searches: their best programs on the same unseen tasks, task by task.") { folders, output, data, json };
        command.Validators.Add(result =>
        {
            if (result.GetResult(folders) is { Tokens.Count: 1 }) result.AddError("there is 1 folder to compare, expected at least 2");
        });
        command.SetAction(parsed => Run(parsed.GetValue(folders)!, parsed.GetValue(output), parsed.GetValue(data), parsed.GetValue(json), surroundings));
        return command;
    }

    private static int Run(string[] folders, string? target, string? data, bool json, Surroundings surroundings)
    {
        if (target is not null) ReportTarget.Check(target);
        var catalog = SharedOptions.Catalog(data, surroundings);
        var comparison = new ProgressDisplay(surroundings).Run<string, RunComparison>(
            step => [("comparison", step)], progress => RunComparison.Of(folders, catalog, progress, surroundings.Interruption));
        var files = target is null ? [] : ReportTarget.Write(target, () => ReportFiles.Write(target, comparison.Pictures));
        var report = new ComparisonReport(comparison);
        if (json) report.WriteJson(surroundings.Output, target, files);
        else report.Write(surroundings);
        if (json || target is null) return ExitCode.Done;
        foreach (var file in files) surroundings.Output.WriteLine(Path.Combine(target, file));
        return ExitCode.Done;
    }
}
