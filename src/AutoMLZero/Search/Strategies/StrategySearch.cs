using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.State;

namespace AutoMLZero.Search;

/// <summary>
/// Evolution made of the parts of <see cref="StrategySettings"/>. Its state is the population, the best, the counters, the run since the last restart,
/// the fingerprints of that run and the state of the random source.
/// </summary>
public sealed class StrategySearch : ISearch
{
    private const int MostAttemptsOfRun = 10_000;
    private const int MostAttempts = 1_000_000;

    private readonly EvolutionSettings settings;
    private readonly StrategySettings strategy;
    private readonly IEvaluator evaluator;
    private readonly RandomSource random;
    private readonly ProgramGenerator generator;
    private readonly BackwardGenerator backward;
    private readonly SegmentCrossover crossover;
    private readonly Mutator mutator;
    private readonly CandidateGate gate;
    private readonly Population population;
    private long individualsOfRun;
    private double bestFirstFitness = double.NegativeInfinity;

    /// <summary>Checks space and settings; nothing is evaluated yet.</summary>
    /// <param name="space">The programs that may be made.</param>
    /// <param name="settings">The parameters of evolution.</param>
    /// <param name="strategy">What is different.</param>
    /// <param name="evaluator">Tells the fitness, and the first fitness when there is a first look; the caller disposes of it.</param>
    /// <param name="random">The source of randomness.</param>
    /// <exception cref="InputException">The space or a parameter is not valid, or the given program is not in the space.</exception>
    public StrategySearch(
        SearchSpace space, EvolutionSettings settings, StrategySettings strategy, IEvaluator evaluator, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(evaluator);
        this.settings = settings.Validated();
        this.strategy = strategy.Validated();
        this.evaluator = evaluator;
        this.random = random;
        generator = new ProgramGenerator(space, settings.Given);
        backward = new BackwardGenerator(space, settings.Given, strategy.Demands);
        crossover = new SegmentCrossover(space);
        mutator = new Mutator(space, settings.Mutations, settings.ConstantChange);
        gate = new CandidateGate(space, strategy, evaluator.Tasks);
        population = new Population(settings.PopulationSize);
    }

    /// <inheritdoc/>
    public Individual? Best { get; private set; }

    /// <inheritdoc/>
    public SearchCounters Counters { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Individual> Population => population;

    /// <summary>Makes one individual: a new program while the population is not full, else a child that replaces another.</summary>
    /// <exception cref="InputException">Of very many new programs in a row none was valid.</exception>
    public void Advance()
    {
        if (individualsOfRun >= strategy.RestartAfter) Restart();
        var (program, parent) = NextCandidate();
        individualsOfRun++;
        var evaluation = Evaluate(program);
        var individual = parent is null
            ? Individual.Founder(program, evaluation, Counters.Individuals)
            : parent.Child(program, evaluation, Counters.Individuals);
        Place(Compared(individual));
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
        writer.Write(individualsOfRun);
        writer.Write(bestFirstFitness);
        gate.Save(writer);
    }

    /// <inheritdoc/>
    public void Restore(StateReader reader)
    {
        random.Restore(reader);
        Counters = SearchCounters.Restore(reader);
        population.Restore(reader);
        Best = Individual.Restore(reader);
        individualsOfRun = reader.ReadInt64();
        bestFirstFitness = reader.ReadDouble();
        gate.Restore(reader);
    }

    /// <summary>What individuals are compared by: programs that ran in full are compared with others by their first fitness, too.</summary>
    private static double Rank(Individual individual) => individual.FirstFitness ?? individual.Fitness;

    private void Restart()
    {
        population.Clear();
        gate.Clear();
        individualsOfRun = 0;
        bestFirstFitness = double.NegativeInfinity;
    }

    /// <summary>Makes programs until one is worth running. A run whose neighborhood has nothing new ends.</summary>
    private (Program Program, Individual? Parent) NextCandidate()
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var parent = population.IsFull || population.Count >= strategy.Founders ? Select() : null;
            var program = parent is null ? Founder(isFirst: attempt == 1 && population.Count == 0) : Mutate(Cross(parent.Program));
            var answer = gate.Try(ref program);
            if (answer == GateAnswer.Passes) return (program, parent);
            Counters = answer == GateAnswer.IsKnown ? Counters.WithKnown() : Counters.WithRejected();
            if (attempt % MostAttemptsOfRun == 0 && Counters.Individuals > 0) Restart();
        }

        throw new InputException($"of {MostAttempts} programs in a row none was worth running, expected operations and lengths that allow a program to learn");
    }

    /// <summary>Where evolution starts from one program, the population begins with it and its mutants.</summary>
    private Program Founder(bool isFirst)
    {
        if (settings.Start != InitialPrograms.Given && strategy.Construction == Construction.Backward) return backward.Next(random);
        var program = generator.Initial(settings.Start, random);
        return settings.Start == InitialPrograms.Random || isFirst ? program : Mutate(program);
    }

    private Individual Select()
    {
        var winner = population[random.NextInt(population.Count)];
        for (var i = 1; i < settings.TournamentSize; i++)
        {
            var rival = population[random.NextInt(population.Count)];
            if (Rank(rival) > Rank(winner)) winner = rival;
        }

        return winner;
    }

    private Program Cross(Program parent) =>
        strategy.Crossover > 0 && random.NextDouble() < strategy.Crossover ? crossover.Cross(parent, Select().Program, random) : parent;

    private Program Mutate(Program parent)
    {
        if (random.NextDouble() >= settings.MutationProbability) return parent;
        var child = parent;
        do child = mutator.Mutate(child, random);
        while (random.NextDouble() < strategy.AnotherMutation);
        return child;
    }

    private Evaluation Evaluate(Program program)
    {
        var evaluation = evaluator.Evaluate(program, strategy.FirstLook is null ? null : bestFirstFitness);
        Counters = Counters.WithIndividual(evaluation.Outcome);
        return evaluation;
    }

    private Individual Compared(Individual individual)
    {
        bestFirstFitness = Math.Max(bestFirstFitness, individual.FirstFitness ?? double.NegativeInfinity);
        if (Best is null || (!individual.IsPartial && individual.Fitness > Best.Fitness)) Best = individual;
        return individual;
    }

    private void Place(Individual individual)
    {
        if (!population.IsFull || strategy.Replacement == Replacement.Oldest)
        {
            population.Add(individual);
            return;
        }

        var place = random.NextInt(population.Count);
        var other = random.NextInt(population.Count);
        population.Replace(Rank(population[other]) < Rank(population[place]) ? other : place, individual);
    }
}
