using System.CommandLine;
using AutoMLZero.Cli.Bench;

namespace AutoMLZero.Cli;

/// <summary><c>bench</c>: says how fast the engine is on this machine.</summary>
internal static class BenchCommand
{
    private static readonly TimeSpan DefaultTime = TimeSpan.FromMinutes(1);

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it touches of the world.</param>
    public static Command Create(Surroundings surroundings)
    {
        var time = SharedOptions.Duration("--max-time", "How long to measure, over all kinds of work; 1m when not given.");
        var json = SharedOptions.Json();
        var command = new Command("bench", "Measures the speed of the engine on one core of this machine, beside that of the authors' C++ code.") { time, json };
        command.SetAction(parsed => Run(parsed.GetValue(time) ?? DefaultTime, parsed.GetValue(json), surroundings));
        return command;
    }

    private static int Run(TimeSpan time, bool json, Surroundings surroundings)
    {
        var measures = Measures.All(time, surroundings.Time);
        var rows = new ProgressDisplay(surroundings).Run<Measure, BenchRow[]>(
            measure => [("measuring", measure.Work)],
            progress => [.. measures.Select(measure => Take(measure, progress, surroundings.Interruption))]);
        if (json) BenchReport.WriteJson(rows, surroundings.Output);
        else BenchReport.Write(rows, surroundings.OutputConsole);
        return ExitCode.Done;
    }

    private static BenchRow Take(Measure measure, IProgress<Measure> progress, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        progress.Report(measure);
        return new BenchRow(measure, measure.Take(cancellation));
    }
}
