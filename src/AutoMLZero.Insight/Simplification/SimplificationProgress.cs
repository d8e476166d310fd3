namespace AutoMLZero.Insight.Simplification;

/// <summary>How far simplifying is.</summary>
/// <param name="Lines">Number of lines of the best program so far.</param>
/// <param name="Evaluations">Number of programs that were evaluated.</param>
public sealed record SimplificationProgress(int Lines, int Evaluations);
