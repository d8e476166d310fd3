using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Search;

/// <summary>What a component function may be made of.</summary>
/// <param name="Ops">The operations that may be drawn; empty when the function is given and never changed.</param>
/// <param name="InitialLength">Number of instructions of a random function, 0 to <paramref name="MaxLength"/>.</param>
/// <param name="MaxLength">Largest number of instructions, 0 to <see cref="LongestFunction"/>; 0 when it is never changed.</param>
public sealed record FunctionSpace(ImmutableArray<Op> Ops, int InitialLength, int MaxLength)
{
    /// <summary>The largest maximum length.</summary>
    public const int LongestFunction = 10_000;

    /// <summary>Whether the search may change the function.</summary>
    public bool IsEvolvable => !Ops.IsEmpty && MaxLength > 0;

    /// <summary>Checks operations and lengths.</summary>
    /// <exception cref="InputException">An operation is unknown or listed twice, or a length is out of its range.</exception>
    internal void Check(ComponentFunction function)
    {
        if (Ops.IsDefault) throw new InputException($"the operations of {function} are missing, expected a list");
        if (MaxLength is < 0 or > LongestFunction)
            throw new InputException($"the maximum length of {function} is {MaxLength}, expected 0 to {LongestFunction}");
        if (InitialLength < 0 || InitialLength > MaxLength)
            throw new InputException($"the initial length of {function} is {InitialLength}, expected 0 to its maximum length {MaxLength}");
        for (var i = 0; i < Ops.Length; i++)
        {
            if (!Enum.IsDefined(Ops[i])) throw new InputException($"the operation {Ops[i]} of {function} does not exist");
            if (Ops.IndexOf(Ops[i]) < i) throw new InputException($"the operation {Ops[i]} of {function} is listed twice");
        }
    }
}
