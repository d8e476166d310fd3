using AutoMLZero.Experiments;

namespace AutoMLZero.Cli.Bench;

/// <summary>Individuals a second of evolution on the preset <c>linear</c>, solved or not, one experiment after the other.</summary>
/// <param name="time">How long to search at most, roughly.</param>
/// <param name="clock">The clock.</param>
internal sealed class SearchSpeed(TimeSpan time, TimeProvider clock)
{
    private const ulong Seed = 1;
    private const long FirstIndividuals = 10_000;
    private const int Growth = 4;

    /// <summary>The search as the preset has it.</summary>
    public double WithFunctionalCache(CancellationToken cancellation) => Run(Presets.Load("linear"), cancellation);

    /// <summary>The search without caches.</summary>
    public double WithoutCaches(CancellationToken cancellation) => Run(Presets.Load("linear") with { FunctionalCache = null }, cancellation);

    /// <summary>Runs of a growing number of individuals, the last of which counts: by then all code was compiled.</summary>
    private double Run(ExperimentSpec spec, CancellationToken cancellation)
    {
        for (var individuals = FirstIndividuals; ; individuals *= Growth)
        {
            var result = Run(spec, individuals, cancellation);
            if (result.Elapsed >= time / Growth) return result.Counters.Individuals / result.Elapsed.TotalSeconds;
        }
    }

    private SearchResult Run(ExperimentSpec spec, long individuals, CancellationToken cancellation)
    {
        spec = spec with { StopWhenSolved = false, SolvedAt = 1, Budget = new Budget { Individuals = individuals } };
        var result = new ExperimentSeries(spec, Seed, clock).Run(cancellation);
        cancellation.ThrowIfCancellationRequested();
        return result;
    }
}
