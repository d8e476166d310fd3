namespace AutoMLZero.Runs;

/// <summary>How far a search was at a time.</summary>
/// <param name="Elapsed">Time that the search took until then, over all processes.</param>
/// <param name="Individuals">Individuals made until then, over all experiments. After an interruption it goes on from the last checkpoint, so it may fall.</param>
public readonly record struct PacePoint(TimeSpan Elapsed, long Individuals);
