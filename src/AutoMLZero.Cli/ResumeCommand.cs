using System.CommandLine;
using AutoMLZero.Cli.Csv;
using AutoMLZero.Cli.Panel;
using AutoMLZero.Experiments;
using AutoMLZero.Runs;

namespace AutoMLZero.Cli;

/// <summary><c>resume</c>: goes on with a search that is kept in a folder.</summary>
internal static class ResumeCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it touches of the world.</param>
    public static Command Create(Surroundings surroundings)
    {
        var folder = SharedOptions.RunFolder();
        var workers = SharedOptions.Workers();
        var time = SharedOptions.Duration("--max-time", "Another limit for the time of the whole search; it may go on when its time was over.");
        var data = SharedOptions.DataDirectory();
        var json = SharedOptions.Json();
        var command = new Command("resume", "Goes on with a search that was interrupted, from its last checkpoint to the same result.")
        {
            folder, workers, time, data, json,
        };
        command.SetAction(parsed =>
        {
            var catalog = SharedOptions.Catalog(parsed.GetValue(data), surroundings);
            using var run = RunFolder.Open(parsed.GetValue(folder)!, catalog);
            return Run(run, SharedOptions.OnWorkers(parsed.GetValue(workers)), parsed.GetValue(time), parsed.GetValue(json), surroundings);
        });
        return command;
    }

    /// <summary>Searches in a folder to the end.</summary>
    /// <param name="run">The folder.</param>
    /// <param name="options">How the search runs.</param>
    /// <param name="maxTime">Another limit of time; that of the spec when null.</param>
    /// <param name="json">Whether the result is for programs.</param>
    /// <param name="surroundings">What it touches of the world.</param>
    public static int Run(RunFolder run, SeriesOptions options, TimeSpan? maxTime, bool json, Surroundings surroundings)
    {
        TableFile.KeepWith(run);
        var result = SearchDisplay.Run(
            run.Spec, run.Seed, maxTime, surroundings, progress => run.Run(surroundings.Time, progress, options, maxTime, surroundings.Interruption));
        return SearchReport.Finish(result, run.Spec, run.Path, json, surroundings);
    }
}
