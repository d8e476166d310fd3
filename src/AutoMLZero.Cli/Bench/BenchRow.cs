namespace AutoMLZero.Cli.Bench;

/// <summary>A kind of work with its speed.</summary>
/// <param name="Measure">The work.</param>
/// <param name="Value">What was measured, in the unit of the work.</param>
internal sealed record BenchRow(Measure Measure, double Value);
