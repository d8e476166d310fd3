using AutoMLZero.Reports.Statistics;

namespace AutoMLZero.Reports.Pictures;

/// <summary>A difference with the name of what is compared.</summary>
/// <param name="Name">The name.</param>
/// <param name="Difference">The difference.</param>
public sealed record NamedDifference(string Name, PairedDifference Difference);
