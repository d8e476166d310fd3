using System.Globalization;
using AutoMLZero.Data;
using Spectre.Console;

namespace AutoMLZero.Cli;

/// <summary>Says on standard error, every few seconds, how far reading files and making tasks is; what takes no longer is not mentioned.</summary>
internal sealed class DataProgressLines : IProgress<DataProgress>
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Surroundings surroundings;
    private long last;

    /// <summary>Begins to listen.</summary>
    /// <param name="surroundings">Where to say it, and the time.</param>
    public DataProgressLines(Surroundings surroundings)
    {
        this.surroundings = surroundings;
        last = surroundings.Time.GetTimestamp();
    }

    /// <summary>A sentence about how far it is.</summary>
    /// <param name="progress">How far it is.</param>
    public static string Describe(DataProgress progress) => progress switch
    {
        { Unit: DataUnit.Tasks } => $"{progress.Activity}: {Shown.Of(progress.Done)} of {Shown.Of(progress.Total)}",
        { Total: > 0 } => $"{progress.Activity}: {Megabytes(progress.Done)} of {Megabytes(progress.Total)} MB",
        _ => $"{progress.Activity}: {Megabytes(progress.Done)} MB",
    };

    /// <inheritdoc/>
    public void Report(DataProgress value)
    {
        lock (gate)
        {
            if (surroundings.Time.GetElapsedTime(last) < BetweenLines) return;
            last = surroundings.Time.GetTimestamp();
            surroundings.ErrorConsole.WriteLine(Describe(value));
        }
    }

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("N1", CultureInfo.InvariantCulture);
}
