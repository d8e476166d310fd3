namespace AutoMLZero.Experiments;

/// <summary>How far a density estimate is.</summary>
/// <param name="Samples">Programs drawn so far.</param>
/// <param name="Acceptable">How many of them were acceptable.</param>
/// <param name="Elapsed">Time since the start.</param>
public sealed record DensityProgress(long Samples, long Acceptable, TimeSpan Elapsed);
