using System.Diagnostics;
using AutoMLZero.Execution;

namespace AutoMLZero.Cli.Bench;

/// <summary>The work that the speed of engines of this kind is told by. All of it runs on the calling thread.</summary>
internal static class Measures
{
    private const double Megabyte = 1e6;
    private const int Timed = 5;
    private const double ReferenceTaskSteps = 5.1e6;

    /// <summary>All work, the first of which decides the peak of memory.</summary>
    /// <param name="time">How long to measure in all.</param>
    /// <param name="clock">The clock.</param>
    public static Measure[] All(TimeSpan time, TimeProvider clock)
    {
        var each = time / Timed;
        var search = new SearchSpeed(each, clock);
        var network = new NetworkSpeed(each, clock);
        return
        [
            new("A", "search on linear, functional cache on", "individuals/s", 40_000, search.WithFunctionalCache),
            new("F", "peak memory of A", "MB", 24, _ => PeakMemory()),
            new("B", "search on linear, every program run in full", "individuals/s", 35_000, search.WithoutCaches),
            new("C", "neural-net, F = 16, 10 tasks of 8000 + 1000 examples, float", "task-steps/s", ReferenceTaskSteps, stop => network.TaskSteps(Precision.Bits32, stop)),
            new("D", "the same in double", "task-steps/s", ReferenceTaskSteps, stop => network.TaskSteps(Precision.Bits64, stop)),
            new("E", "neural-net, F = 3072, one task, float: a training step", "ms", null, network.WideStep),
        ];
    }

    private static double PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / Megabyte;
    }
}
