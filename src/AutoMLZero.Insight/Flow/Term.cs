using System.Collections.Immutable;

namespace AutoMLZero.Insight.Flow;

/// <summary>One term of a sum.</summary>
/// <param name="Node">What is added.</param>
/// <param name="Sign">1 when it is added, -1 when it is subtracted, 0 when that is not known.</param>
/// <param name="Scales">What it is multiplied with outside of <paramref name="Node"/>.</param>
internal sealed record Term(Node Node, int Sign, ImmutableArray<Node> Scales);
