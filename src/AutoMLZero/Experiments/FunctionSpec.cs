using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>What an evolved component function may be made of.</summary>
/// <param name="Ops">The operations, at least one, none twice.</param>
/// <param name="InitialLength">Number of instructions of a random function, 0 to <paramref name="MaxLength"/>.</param>
/// <param name="MaxLength">Largest number of instructions, 1 to <see cref="FunctionSpace.LongestFunction"/>.</param>
public sealed record FunctionSpec(ImmutableArray<Op> Ops, int InitialLength, int MaxLength)
{
    /// <summary>Whether both have the same operations in the same order, and the same lengths.</summary>
    /// <param name="other">What to compare with.</param>
    public bool Equals(FunctionSpec? other) =>
        other is not null && InitialLength == other.InitialLength && MaxLength == other.MaxLength
        && Ops.AsSpan().SequenceEqual(other.Ops.AsSpan());

    /// <summary>A hash for use within one process only.</summary>
    public override int GetHashCode() => HashCode.Combine(Ops.Length, InitialLength, MaxLength);

    /// <summary>What the search takes; no operations stand for a function that is given.</summary>
    /// <param name="function">The function; null when it is given.</param>
    internal static FunctionSpace ToSpace(FunctionSpec? function) =>
        function is null ? new FunctionSpace([], 0, 0) : new FunctionSpace(function.Ops, function.InitialLength, function.MaxLength);
}
