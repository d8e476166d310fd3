using System.Collections.Immutable;

namespace AutoMLZero.Insight.Flow;

/// <summary>A way by which a memory cell leads to the prediction.</summary>
/// <param name="Partner">
/// What the cell is multiplied with first that depends on the features; null when there is nothing. The derivative of the prediction by the cell
/// has it as a factor.
/// </param>
/// <param name="Sign">1 when the prediction grows with the cell times the partner, -1 when it shrinks, 0 when that is not known.</param>
/// <param name="Scales">Numbers that scale the cell before that.</param>
/// <param name="Values">Places of the instructions on the way up to the partner.</param>
internal sealed record Path(Node? Partner, int Sign, ImmutableArray<Node> Scales, ImmutableArray<int> Values);
