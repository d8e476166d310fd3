using AutoMLZero.Experiments;

namespace AutoMLZero.Cli.Bench;

/// <summary>Individuals a second of evolution on the preset <c>linear</c>, solved or not, one experiment after the other.</summary>
/// <param name="time">How long to search.</param>
/// <param name="clock">The clock.</param>
internal sealed class SearchSpeed(TimeSpan time, TimeProvider clock)
{
    private const ulong Seed = 1;
    private const long WarmUp = 2000;

    /// <summary>The search as the preset has it.</summary>
    public double WithFunctionalCache(CancellationToken cancellation) => Run(Presets.Load("linear"), cancellation);

    /// <summary>The search without caches.</summary>
    public double WithoutCaches(CancellationToken cancellation) => Run(Presets.Load("linear") with { FunctionalCache = null }, cancellation);

    /// <summary>What is timed comes after all code was compiled.</summary>
    private double Run(ExperimentSpec spec, CancellationToken cancellation)
    {
        Run(spec, new Budget { Individuals = WarmUp }, cancellation);
        var result = Run(spec, new Budget { Time = time }, cancellation);
        return result.Counters.Individuals / result.Elapsed.TotalSeconds;
    }

    private SearchResult Run(ExperimentSpec spec, Budget budget, CancellationToken cancellation)
    {
        var result = new ExperimentSeries(spec with { StopWhenSolved = false, SolvedAt = 1, Budget = budget }, Seed, clock).Run(cancellation);
        cancellation.ThrowIfCancellationRequested();
        return result;
    }
}
