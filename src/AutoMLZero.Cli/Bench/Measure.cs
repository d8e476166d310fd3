namespace AutoMLZero.Cli.Bench;

/// <summary>One kind of work and how its speed is measured.</summary>
/// <param name="Id">A letter for tables.</param>
/// <param name="Work">What is done.</param>
/// <param name="Unit">The unit of what is measured.</param>
/// <param name="Reference">What the authors' C++ code gave on one core of an AMD EPYC server with AVX-512; null when it was not measured.</param>
/// <param name="Take">Measures; throws when it is canceled.</param>
internal sealed record Measure(string Id, string Work, string Unit, double? Reference, Func<CancellationToken, double> Take);
