using System.Collections.Immutable;

namespace AutoMLZero.Reports.Pictures;

/// <summary>Points of one source, such as one's own measurements, or those of the paper.</summary>
/// <param name="Name">What the legend calls them.</param>
/// <param name="Points">The points.</param>
public sealed record SuccessSeries(string Name, ImmutableArray<SuccessPoint> Points);
