using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Search;

/// <summary>The programs that a search may make.</summary>
/// <param name="Memory">The addresses that exist.</param>
/// <param name="Setup">What <c>Setup</c> may be made of.</param>
/// <param name="Predict">What <c>Predict</c> may be made of.</param>
/// <param name="Learn">What <c>Learn</c> may be made of.</param>
/// <param name="MultiClass">Whether <c>v1</c> holds the one-hot label and so is never an output.</param>
public sealed record SearchSpace(MemoryShape Memory, FunctionSpace Setup, FunctionSpace Predict, FunctionSpace Learn, bool MultiClass = false)
{
    /// <summary>What one component function may be made of.</summary>
    /// <param name="function">The component function.</param>
    public FunctionSpace this[ComponentFunction function] => function switch
    {
        ComponentFunction.Setup => Setup,
        ComponentFunction.Predict => Predict,
        _ => Learn,
    };
}

/// <summary>What a component function may be made of.</summary>
/// <param name="Ops">The operations that may be drawn; empty when the function is given and never changed.</param>
/// <param name="InitialLength">Number of instructions of a random function.</param>
/// <param name="MaxLength">Largest number of instructions.</param>
public sealed record FunctionSpace(ImmutableArray<Op> Ops, int InitialLength, int MaxLength)
{
    /// <summary>Whether the search may change the function.</summary>
    public bool IsEvolvable => !Ops.IsEmpty && MaxLength > 0;
}
