using System.Collections.Immutable;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;
using AutoMLZero.State;
using AutoMLZero.Tasks;
using AutoMLZero.Tuning;

namespace AutoMLZero.Experiments;

/// <summary>
/// One experiment of a series: islands with search tasks of the experiment's own. In an epoch, islands have nothing to do with each other and may
/// run on any threads; between epochs they meet and exchange individuals.
/// </summary>
internal sealed class Experiment : IStateful, IDisposable
{
    private readonly ExperimentSpec spec;
    private readonly ulong seed;
    private readonly List<HallOfFameEvaluator> halls = [];
    private readonly EvaluatorFactory evaluators;
    private readonly Lazy<TaskSet>[] tasks;

    /// <summary>Makes the tasks; nothing is evaluated yet.</summary>
    /// <param name="spec">What to do.</param>
    /// <param name="seed">Seed of the series.</param>
    /// <param name="index">Which experiment of the series, from 0; each has tasks and random choices of its own.</param>
    /// <param name="length">Individuals that the experiment makes, at least 1.</param>
    /// <param name="evaluators">Makes evaluators.</param>
    /// <exception cref="InputException">The spec asks for something that cannot be made.</exception>
    public Experiment(ExperimentSpec spec, ulong seed, int index, long length, EvaluatorFactory evaluators)
    {
        this.spec = spec;
        this.seed = seed;
        Index = index;
        this.evaluators = evaluators;
        tasks = Enumerable.Range(0, MixCount(spec)).Select(mix =>
            new Lazy<TaskSet>(() => spec.SearchTasks(mix).Create(ExperimentSeeds.SearchTasks(seed, index, mix)))).ToArray();
        Islands = [.. Enumerable.Range(0, spec.Islands.Count).Select(island => Create(island, length))];
    }

    /// <summary>Which experiment of the series, from 0.</summary>
    public int Index { get; }

    /// <summary>The islands.</summary>
    public ImmutableArray<Island> Islands { get; }

    /// <summary>Number of epochs that ended.</summary>
    public long Epochs { get; private set; }

    /// <summary>The best of the islands' champions, the first on a tie, tuned when it was; null before any was tried.</summary>
    public Champion? Champion => Tuned ?? Islands.Aggregate(default(Champion), (best, island) => Champion.Better(best, island.Champion));

    /// <summary>The champion as it was tuned at the end; null before, and when it is not tuned.</summary>
    public Champion? Tuned { get; private set; }

    /// <summary>The best individual so far, of the first island on a tie; null before the first.</summary>
    public Individual? Best => Islands.Aggregate(default(Individual), (best, island) => Better(best, island.Best));

    /// <summary>What was done so far, over all islands.</summary>
    public SearchCounters Counters => Islands.Aggregate(default(SearchCounters), (sum, island) => sum + island.Counters);

    /// <summary>The hall of fame of all islands.</summary>
    public HallOfFame HallOfFame => HallOfFame.Of(halls.SelectMany(hall => hall.HallOfFame.Members));

    /// <summary>Whether a champion suffices.</summary>
    public bool IsSolved => Islands.Any(island => island.IsSolved) || Tuned?.SelectFitness >= spec.SolvedAt;

    /// <summary>Whether there is no other epoch.</summary>
    public bool IsOver => IsSolved || Islands.All(island => island.IsOver);

    /// <summary>Number of individuals since the start with which the open epoch ends on an island.</summary>
    public long EndOfEpoch =>
        spec.Islands.EpochLength > long.MaxValue / (Epochs + 1) ? long.MaxValue : spec.Islands.EpochLength * (Epochs + 1);

    /// <summary>Ends the epoch, after all islands came to its end: individuals migrate, unless there is no other epoch.</summary>
    public void EndEpoch()
    {
        Epochs++;
        if (IsOver || spec.Islands.Migration == MigrationKind.None) return;
        var random = new RandomSource(ExperimentSeeds.Migration(seed, Index, Epochs));
        var arrivals = Migration.Of(
            spec.Islands.Migration, spec.Islands.Migrants, [.. Islands.Select(island => island.Population.ToArray())], random);
        for (var island = 0; island < Islands.Length; island++)
        {
            foreach (var arrival in arrivals[island]) Islands[island].Receive(arrival, HaveSameTasks(island, arrival.From));
        }
    }

    /// <summary>
    /// Tunes the champion, when the spec says so and it is not tuned yet. What was not tuned to the end is not tuned: it is done again from the start.
    /// </summary>
    /// <param name="select">The fitness of a program on the selection tasks.</param>
    /// <param name="progress">Hears after each evaluation how far it is.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Whether nothing is left to be tuned.</returns>
    public bool TuneChampion(Func<Program, double> select, IProgress<TuningProgress>? progress, CancellationToken cancellation)
    {
        if (spec.Tuning is not { } settings || Tuned is not null || Champion is not { } champion) return true;
        if (cancellation.IsCancellationRequested) return false;
        var tuner = new ConstantTuner(select, tasks[0].Value.IsMultiClass, 1, progress);
        var result = tuner.Tune(champion.Individual.Program, settings, ExperimentSeeds.Tuning(seed, Index), cancellation);
        if (result.IsCanceled) return false;
        Tuned = new Champion(WithProgram(champion.Individual, result.Program), result.Fitness)
        {
            Tuning = new ChampionTuning(settings.Method, result.Evaluations, champion.Individual.Program, result.FitnessBefore),
        };
        return true;
    }

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        writer.Write(Epochs);
        foreach (var island in Islands) island.Save(writer);
    }

    /// <summary>Writes the state but for those of evaluators.</summary>
    public void SaveSearches(StateWriter writer)
    {
        writer.Write(Epochs);
        foreach (var island in Islands) island.SaveSearch(writer);
    }

    /// <inheritdoc/>
    public void Restore(StateReader reader)
    {
        Epochs = reader.ReadInt64();
        foreach (var island in Islands) island.Restore(reader);
        if (!reader.IsAtEnd) throw StateReader.Damaged();
    }

    /// <summary>Frees the memory in which programs run.</summary>
    public void Dispose()
    {
        foreach (var island in Islands) island.Dispose();
    }

    private static int MixCount(ExperimentSpec spec) => Math.Max(1, spec.Islands.Tasks.Length);

    private static Individual? Better(Individual? first, Individual? second) =>
        first is null || second?.Fitness > first.Fitness ? second : first;

    private bool HaveSameTasks(int island, int other) =>
        island % MixCount(spec) == other % MixCount(spec);

    /// <summary>The individual with another program, evaluated on the search tasks of the island whose champion it is.</summary>
    private Individual WithProgram(Individual individual, Program program)
    {
        if (program == individual.Program) return individual;
        var island = Islands.TakeWhile(island => !ReferenceEquals(island.Champion?.Individual, individual)).Count();
        using var evaluator = evaluators(TasksOf(island), spec.Evaluation, new EarlyExits());
        return individual with { Program = program, Fitness = evaluator.Evaluate(program).Fitness };
    }

    private TaskSet TasksOf(int island) => tasks[island % tasks.Length].Value;

    private Island Create(int island, long length)
    {
        var evaluator = new HallOfFameEvaluator(evaluators(TasksOf(island), spec.Evaluation, spec.EarlyExits), Index);
        halls.Add(evaluator);
        var search = SearchFactory.Create(spec, evaluator, new RandomSource(ExperimentSeeds.Search(seed, Index, island)));
        var count = spec.Islands.Count;
        return new Island(search, evaluator, (length / count) + (island < length % count ? 1 : 0), spec);
    }
}
