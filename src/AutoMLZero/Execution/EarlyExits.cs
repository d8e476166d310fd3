namespace AutoMLZero.Execution;

/// <summary>How evaluations are spared or cut short. What is null is off; without any, every program runs in full.</summary>
public sealed record EarlyExits
{
    /// <summary>A program that costs more is not run; its fitness is 0.</summary>
    public CostLimit? MaxCost { get; init; }

    /// <summary>How programs are probed for functional equivalence. Lossy: programs that differ beyond the probe share a fitness.</summary>
    public FunctionalCacheSettings? FunctionalCache { get; init; }

    /// <summary>Which programs are recognized by their canonical form. Exact: it changes no fitness.</summary>
    public CanonicalCacheSettings? CanonicalCache { get; init; }

    /// <summary>The first part of an evaluation, after which a program may have to stop.</summary>
    public HurdleSettings? Hurdles { get; init; }
}
