using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>The numbers of regularized evolution (AutoML-Zero, section 3.2).</summary>
public sealed record EvolutionSpec
{
    /// <summary>Population size P, 1 to 100,000,000.</summary>
    public required int Population { get; init; }

    /// <summary>Tournament size T, 1 to 1,000,000; drawn with replacement.</summary>
    public required int Tournament { get; init; }

    /// <summary>Probability U, in [0, 1], that the copy of a winner is mutated.</summary>
    public required double MutationProbability { get; init; }

    /// <summary>How often each type of mutation is chosen.</summary>
    public required MutationWeights Mutations { get; init; }

    /// <summary>How mutations change constants.</summary>
    public required ConstantChange ConstantChange { get; init; }
}
