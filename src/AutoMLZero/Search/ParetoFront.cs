using System.Collections;
using System.Collections.Immutable;

namespace AutoMLZero.Search;

/// <summary>Programs of ascending cost and fitness. Two are equal when all programs, costs and fitness are.</summary>
/// <param name="members">The programs, the cheapest first.</param>
public sealed class ParetoFront(ImmutableArray<HallOfFameMember> members) : IReadOnlyList<HallOfFameMember>, IEquatable<ParetoFront>
{
    /// <summary>No programs.</summary>
    public static ParetoFront Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => members.Length;

    /// <inheritdoc/>
    public HallOfFameMember this[int index] => members[index];

    /// <inheritdoc/>
    public bool Equals(ParetoFront? other) => other is not null && members.AsSpan().SequenceEqual([.. other]);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParetoFront);

    /// <summary>A hash for use within one process only.</summary>
    public override int GetHashCode() => HashCode.Combine(members.Length, members.LastOrDefault());

    /// <inheritdoc/>
    public IEnumerator<HallOfFameMember> GetEnumerator() => members.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
