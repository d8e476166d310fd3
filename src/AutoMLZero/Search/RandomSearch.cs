using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.State;

namespace AutoMLZero.Search;

/// <summary>Random search: every individual is an independent random program of the initial lengths. The baseline of evolution.</summary>
public sealed class RandomSearch : ISearch
{
    private readonly IEvaluator evaluator;
    private readonly RandomSource random;
    private readonly ProgramGenerator generator;

    /// <summary>Checks the space; nothing is evaluated yet.</summary>
    /// <param name="space">The programs that may be made.</param>
    /// <param name="evaluator">Tells the fitness; the caller disposes of it.</param>
    /// <param name="random">The source of randomness.</param>
    /// <param name="given">Where functions that are not evolvable come from; an empty program when null.</param>
    /// <exception cref="InputException">The space is not valid, or the given program is not in it.</exception>
    public RandomSearch(SearchSpace space, IEvaluator evaluator, RandomSource random, Program? given = null)
    {
        this.evaluator = evaluator;
        this.random = random;
        generator = new ProgramGenerator(space, given);
    }

    /// <inheritdoc/>
    public Individual? Best { get; private set; }

    /// <inheritdoc/>
    public SearchCounters Counters { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Individual> Population => [];

    /// <inheritdoc/>
    public void Advance()
    {
        var program = generator.Random(random);
        var evaluation = evaluator.Evaluate(program);
        Counters = Counters.WithIndividual(evaluation.Outcome);
        if (Best is null || evaluation.Fitness > Best.Fitness) Best = Individual.Founder(program, evaluation, Counters.Individuals);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Always: there is no population.</exception>
    public void Replace(int place, Individual immigrant) => throw NoPopulation();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Always: there is no population.</exception>
    public void Adopt(int place, Individual immigrant) => throw NoPopulation();

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        random.Save(writer);
        Counters.Save(writer);
        Individual.Save(Best, writer);
    }

    /// <inheritdoc/>
    public void Restore(StateReader reader)
    {
        random.Restore(reader);
        Counters = SearchCounters.Restore(reader);
        Best = Individual.Restore(reader);
    }

    private static InvalidOperationException NoPopulation() => new("Random search has no population.");
}
