using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>What an evolved component function may be made of.</summary>
/// <param name="Ops">The operations, at least one, none twice.</param>
/// <param name="InitialLength">Number of instructions of a random function, 0 to <paramref name="MaxLength"/>.</param>
/// <param name="MaxLength">Largest number of instructions, 1 to 1000.</param>
public sealed record FunctionSpec(ImmutableArray<Op> Ops, int InitialLength, int MaxLength)
{
    /// <summary>Whether both have the same operations in the same order, and the same lengths.</summary>
    /// <param name="other">What to compare with.</param>
    public bool Equals(FunctionSpec? other) =>
        other is not null && InitialLength == other.InitialLength && MaxLength == other.MaxLength
        && Ops.AsSpan().SequenceEqual(other.Ops.AsSpan());

    /// <summary>A hash for use within one process only.</summary>
    public override int GetHashCode() => HashCode.Combine(Ops.Length, InitialLength, MaxLength);
}
