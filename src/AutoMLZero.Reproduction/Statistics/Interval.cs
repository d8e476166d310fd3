namespace AutoMLZero.Reproduction.Statistics;

/// <summary>What is known of a number: with 95 % confidence it lies between two others.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct Interval(double Low, double High);
