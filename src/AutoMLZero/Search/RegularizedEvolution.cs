using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.State;

namespace AutoMLZero.Search;

/// <summary>
/// Regularized evolution (Real et al., 2019; AutoML-Zero, section 3): the winner of a tournament has a child, and the oldest dies. The first
/// P individuals are initial programs. Its whole state is the population, the best, the counters and the state of the random source.
/// </summary>
public sealed class RegularizedEvolution : ISearch
{
    private readonly EvolutionSettings settings;
    private readonly IEvaluator evaluator;
    private readonly RandomSource random;
    private readonly ProgramGenerator generator;
    private readonly Mutator mutator;
    private readonly Population population;

    /// <summary>Checks space and settings; nothing is evaluated yet.</summary>
    /// <param name="space">The programs that may be made.</param>
    /// <param name="settings">The parameters.</param>
    /// <param name="evaluator">Tells the fitness; the caller disposes of it.</param>
    /// <param name="random">The source of randomness.</param>
    /// <exception cref="InputException">The space or a parameter is not valid, or the given program is not in the space.</exception>
    public RegularizedEvolution(SearchSpace space, EvolutionSettings settings, IEvaluator evaluator, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings.Validated();
        this.evaluator = evaluator;
        this.random = random;
        generator = new ProgramGenerator(space, settings.Given);
        mutator = new Mutator(space, settings.Mutations, settings.ConstantChange);
        population = new Population(settings.PopulationSize, settings.HurdlePercentile);
    }

    /// <inheritdoc/>
    public Individual? Best { get; private set; }

    /// <inheritdoc/>
    public SearchCounters Counters { get; private set; }

    /// <summary>The individuals alive, the oldest first.</summary>
    /// <remarks>Who takes the place of another takes its age, too.</remarks>
    public IReadOnlyList<Individual> Population => population;

    /// <summary>Makes one individual: an initial one while the population is not full, else a child that replaces the oldest.</summary>
    public void Advance()
    {
        var individual = population.IsFull ? Reproduce() : Begin(generator.Initial(settings.Start, random));
        population.Add(Compared(individual));
    }

    /// <inheritdoc/>
    public void Replace(int place, Individual immigrant) => population.Replace(place, Compared(immigrant));

    /// <inheritdoc/>
    public void Adopt(int place, Individual immigrant) => Replace(place, immigrant.Evaluated(Evaluate(immigrant.Program)));

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        random.Save(writer);
        Counters.Save(writer);
        population.Save(writer);
        Individual.Save(Best, writer);
    }

    /// <inheritdoc/>
    public void Restore(StateReader reader)
    {
        random.Restore(reader);
        Counters = SearchCounters.Restore(reader);
        population.Restore(reader);
        Best = Individual.Restore(reader);
    }

    private Individual Compared(Individual individual)
    {
        if (Best is null || (!individual.IsPartial && individual.Fitness > Best.Fitness)) Best = individual;
        return individual;
    }

    private Individual Begin(Program program) => Individual.Founder(program, Evaluate(program), Counters.Individuals);

    private Individual Reproduce()
    {
        var parent = Tournament.Select(population, settings.TournamentSize, random);
        parent.Program.Prefetch();
        var mutates = random.NextDouble() < settings.MutationProbability;
        var child = mutates ? mutator.Mutate(parent.Program, random) : parent.Program;
        return ReferenceEquals(child, parent.Program) ? Copy(parent) : parent.Child(child, Evaluate(child), Counters.Individuals);
    }

    private Evaluation Evaluate(Program program)
    {
        var evaluation = evaluator.Evaluate(program, population.Hurdle);
        Counters = Counters.WithIndividual(evaluation.Outcome);
        return evaluation;
    }

    /// <summary>Evaluation is deterministic, so a copy has its parent's fitness: answered without a run, it counts as cached.</summary>
    private Individual Copy(Individual parent)
    {
        Counters = Counters.WithIndividual(EvaluationOutcome.Cached);
        return parent;
    }
}
