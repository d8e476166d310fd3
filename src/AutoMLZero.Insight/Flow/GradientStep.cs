using System.Collections.Immutable;

namespace AutoMLZero.Insight.Flow;

/// <summary>A memory cell that grows, example by example, by an error times what the cell is multiplied with in the prediction.</summary>
/// <param name="Memory">The cell.</param>
/// <param name="Update">Place of the instruction that leaves the grown content in the cell.</param>
/// <param name="Error">The error.</param>
/// <param name="Path">The way by which the cell leads to the prediction.</param>
/// <param name="Factors">What the step is a product of, the error among it.</param>
/// <param name="Nodes">All that was met in the step.</param>
/// <param name="Lines">Places of the instructions of the step, from the error to the update, in order.</param>
internal sealed record GradientStep(
    int Memory,
    int Update,
    Node Error,
    Path Path,
    ImmutableArray<Factor> Factors,
    ImmutableHashSet<Node> Nodes,
    ImmutableSortedSet<int> Lines);
