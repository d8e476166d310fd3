using AutoMLZero.Experiments;

namespace AutoMLZero.Cli.Bench;

/// <summary>Individuals a second of evolution on the preset <c>linear</c>, solved or not, one experiment after the other.</summary>
/// <param name="time">How long to search.</param>
/// <param name="clock">The clock.</param>
internal sealed class SearchSpeed(TimeSpan time, TimeProvider clock)
{
    private const ulong Seed = 1;
    private const int BetweenLooks = 1000;

    /// <summary>The search as the preset has it.</summary>
    public double WithFunctionalCache(CancellationToken cancellation) => Run(Presets.Load("linear"), cancellation);

    /// <summary>The search without caches.</summary>
    public double WithoutCaches(CancellationToken cancellation) => Run(Presets.Load("linear") with { FunctionalCache = null }, cancellation);

    /// <summary>The first look at the clock comes after all code was compiled.</summary>
    private double Run(ExperimentSpec spec, CancellationToken cancellation)
    {
        var experiment = new Experiment(spec, Seed, 0);
        try
        {
            Advance(experiment);
            var start = clock.GetTimestamp();
            for (var individuals = BetweenLooks; ; individuals += BetweenLooks)
            {
                cancellation.ThrowIfCancellationRequested();
                if (experiment.Counters.Individuals >= spec.ExperimentLength) experiment = Next(experiment, spec);
                Advance(experiment);
                if (clock.GetElapsedTime(start) is var elapsed && elapsed >= time) return individuals / elapsed.TotalSeconds;
            }
        }
        finally
        {
            experiment.Dispose();
        }
    }

    private static void Advance(Experiment experiment)
    {
        for (var i = 0; i < BetweenLooks; i++) experiment.Advance();
    }

    private static Experiment Next(Experiment experiment, ExperimentSpec spec)
    {
        experiment.Dispose();
        return new Experiment(spec, Seed, experiment.Index + 1);
    }
}
