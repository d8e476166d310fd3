using AutoMLZero.Language;

namespace AutoMLZero.Search;

/// <summary>The parameters of regularized evolution (AutoML-Zero, section 3).</summary>
public sealed record EvolutionSettings
{
    /// <summary>Number P of individuals alive, 1 to 100,000,000.</summary>
    public int PopulationSize { get; init; } = 1000;

    /// <summary>Number T of individuals that a tournament draws, with replacement; at least 1.</summary>
    public int TournamentSize { get; init; } = 10;

    /// <summary>Probability U that a child is mutated, 0 to 1; else it is a copy.</summary>
    public double MutationProbability { get; init; } = 0.9;

    /// <summary>Which mutations happen, and how often.</summary>
    public MutationMix Mutations { get; init; } = MutationMix.Paper;

    /// <summary>How mutations change constants.</summary>
    public ConstantChange ConstantChange { get; init; } = ConstantChange.LogNormal;

    /// <summary>
    /// The percentile, 0 to 100, of the unique values of the first fitness in the population that a child's must reach to be run in full, once
    /// the population is full; null without hurdles.
    /// </summary>
    public double? HurdlePercentile { get; init; }

    /// <summary>What the first individuals are.</summary>
    public InitialPrograms Start { get; init; } = InitialPrograms.Random;

    /// <summary>The program that evolution starts from, or of which only the functions that are not evolvable are taken.</summary>
    public Program Given { get; init; } = Program.Empty;

    /// <summary>Checks the parameters.</summary>
    /// <returns>These parameters.</returns>
    /// <exception cref="InputException">A parameter is out of its range.</exception>
    public EvolutionSettings Validated()
    {
        if (PopulationSize is < 1 or > MaxPopulationSize)
            throw new InputException($"the population size is {PopulationSize}, expected 1 to {MaxPopulationSize}");
        if (TournamentSize < 1) throw new InputException($"the tournament size is {TournamentSize}, expected at least 1");
        if (!(MutationProbability is >= 0 and <= 1))
            throw new InputException($"the mutation probability is {MutationProbability}, expected 0 to 1");
        if (HurdlePercentile is not (null or (>= 0 and <= 100)))
            throw new InputException($"the percentile of hurdles is {HurdlePercentile}, expected 0 to 100");
        if (!Enum.IsDefined(ConstantChange)) throw new InputException($"the change of constants {ConstantChange} does not exist");
        if (!Enum.IsDefined(Start)) throw new InputException($"the start {Start} does not exist");
        Mutations.Validated();
        return this;
    }

    private const int MaxPopulationSize = 100_000_000;
}
