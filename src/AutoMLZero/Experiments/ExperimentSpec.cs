using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Search;
using AutoMLZero.Tuning;

namespace AutoMLZero.Experiments;

/// <summary>
/// Everything that decides the course of an experiment but the seed. Immutable; two specs are equal when all they say is equal.
/// <see cref="SpecReader"/> and <see cref="SpecWriter"/> turn it from and to JSON.
/// </summary>
public sealed record ExperimentSpec
{
    /// <summary>A short name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>What the experiment is for and where its numbers come from.</summary>
    public required string Description { get; init; }

    /// <summary>The addresses that programs may use.</summary>
    public required MemoryShape Memory { get; init; }

    /// <summary>What <c>Setup</c> may be made of; null when it is that of the program of <see cref="Start"/>, never changed.</summary>
    public required FunctionSpec? Setup { get; init; }

    /// <summary>What <c>Predict</c> may be made of; null when it is that of the program of <see cref="Start"/>, never changed.</summary>
    public required FunctionSpec? Predict { get; init; }

    /// <summary>What <c>Learn</c> may be made of; null when it is that of the program of <see cref="Start"/>, never changed.</summary>
    public required FunctionSpec? Learn { get; init; }

    /// <summary>What registers hold when <c>Predict</c> begins, in linear genetic programming; null where memory lasts from example to example.</summary>
    public Registers? Registers { get; init; }

    /// <summary>Which programs the first population consists of.</summary>
    public required StartSpec Start { get; init; }

    /// <summary>How programs are evaluated.</summary>
    public required EvaluationSettings Evaluation { get; init; }

    /// <summary>How new programs come about.</summary>
    public required SearchMethod Method { get; init; }

    /// <summary>The numbers of regularized evolution; random search does without them.</summary>
    public required EvolutionSpec Evolution { get; init; }

    /// <summary>How programs are probed for functional equivalence; null when every program runs in full.</summary>
    public required FunctionalCacheSettings? FunctionalCache { get; init; }

    /// <summary>Which programs are recognized by their canonical form; null when none is.</summary>
    public CanonicalCacheSettings? CanonicalCache { get; init; }

    /// <summary>The first part of an evaluation, after which evolution stops weak programs; null when it stops none. Random search stops none.</summary>
    public HurdleSettings? Hurdles { get; init; }

    /// <summary>What a program may cost; null when that does not matter.</summary>
    public CostLimit? MaxCost { get; init; }

    /// <summary>The islands that an experiment consists of.</summary>
    public IslandsSpec Islands { get; init; } = IslandsSpec.One;

    /// <summary>How evolution differs from regularized evolution; null when it does not.</summary>
    public StrategySettings? Strategy { get; init; }

    /// <summary>How the champion of an experiment is tuned on the selection tasks; null when it is not.</summary>
    public TuningSettings? Tuning { get; init; }

    /// <summary>The routines that programs may define and call; null when there are none.</summary>
    public RoutineSpace? Routines { get; init; }

    /// <summary>The tasks that programs meet.</summary>
    public required TaskSplits Tasks { get; init; }

    /// <summary>Individuals of one experiment, at least 1; then the next experiment begins with new tasks.</summary>
    public required long ExperimentLength { get; init; }

    /// <summary>The fitness on the selection tasks, in [0, 1], from which the search counts as successful.</summary>
    public required double SolvedAt { get; init; }

    /// <summary>
    /// Whether a new best individual is tried on the selection tasks as soon as its search fitness reaches <see cref="SolvedAt"/>,
    /// not only at the end of its experiment.
    /// </summary>
    public required bool StopWhenSolved { get; init; }

    /// <summary>When the search ends without success.</summary>
    public required Budget Budget { get; init; }

    /// <summary>Training steps that the full evaluation of an individual costs, the mean over the islands, rounded up.</summary>
    public long StepsOfIndividual
    {
        get
        {
            var steps = Enumerable.Range(0, Islands.Count).Sum(island => (decimal)SearchTasks(island).TrainingSteps);
            return (long)decimal.Ceiling(steps / Islands.Count);
        }
    }

    /// <summary>The search tasks of an island.</summary>
    /// <param name="island">Which, from 0.</param>
    public TaskSource SearchTasks(int island) => Islands.Tasks.IsEmpty ? Tasks.Search : Islands.Tasks[island % Islands.Tasks.Length];

    /// <summary>How evaluations on search tasks are spared or cut short.</summary>
    public EarlyExits EarlyExits => new()
    {
        MaxCost = MaxCost,
        FunctionalCache = FunctionalCache,
        CanonicalCache = CanonicalCache,
        Hurdles = Strategy is null ? Hurdles : Strategy.FirstLook?.ToHurdle(),
    };

    /// <summary>What a component function may be made of; null when it is given.</summary>
    /// <param name="function">The component function.</param>
    public FunctionSpec? this[ComponentFunction function] => function switch
    {
        ComponentFunction.Setup => Setup,
        ComponentFunction.Predict => Predict,
        _ => Learn,
    };

    /// <summary>The programs that a search may make.</summary>
    public SearchSpace ToSearchSpace() =>
        new(Memory, FunctionSpec.ToSpace(Setup), FunctionSpec.ToSpace(Predict), FunctionSpec.ToSpace(Learn), Tasks.Search.Classes > 0)
        {
            Routines = Routines,
            PredictStart = Registers?.Start(Memory.Scalars, Tasks.Search.Dimension, Tasks.Search.Classes) ?? [],
            PredictEnd = Registers is null ? [] : Registers.End(Tasks.Search.Dimension, Tasks.Search.Classes),
        };
}
