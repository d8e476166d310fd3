using AutoMLZero.Experiments;

namespace AutoMLZero.Cli.Panel;

/// <summary>When a search ends at the latest.</summary>
/// <param name="Individuals">Number of individuals; null when there is no limit.</param>
/// <param name="Experiments">Number of experiments; null when there is no limit.</param>
/// <param name="Time">Time; null when there is no limit.</param>
internal sealed record SearchLimits(long? Individuals, long? Experiments, TimeSpan? Time)
{
    /// <summary>The limits of a spec.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="maxTime">Another limit of time; that of the spec when null.</param>
    public static SearchLimits Of(ExperimentSpec spec, TimeSpan? maxTime)
    {
        var individuals = spec.Budget.IndividualsLeft(0, spec.StepsOfIndividual);
        if (spec.Budget.Experiments is { } experiments)
            individuals = (long)Int128.Min(individuals, (Int128)experiments * spec.ExperimentLength);
        var limited = individuals < long.MaxValue;
        return new SearchLimits(
            limited ? individuals : null,
            limited ? (individuals + spec.ExperimentLength - 1) / spec.ExperimentLength : null,
            maxTime ?? spec.Budget.Time);
    }

    /// <summary>How long the search may still take; null when nobody knows.</summary>
    /// <param name="individuals">Individuals so far.</param>
    /// <param name="elapsed">Time so far.</param>
    /// <param name="perSecond">Individuals a second; null when that is not known.</param>
    public TimeSpan? Left(long individuals, TimeSpan elapsed, double? perSecond)
    {
        var seconds = Time is { } time ? Math.Max(0, (time - elapsed).TotalSeconds) : double.PositiveInfinity;
        if (Individuals is { } most && perSecond > 0) seconds = Math.Min(seconds, Math.Max(0, most - individuals) / perSecond.Value);
        return seconds < TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds) : null;
    }
}
