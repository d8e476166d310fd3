using AutoMLZero.Execution;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>One search on its own search tasks, run step by step; when it ends is up to the caller.</summary>
public sealed class Experiment : IDisposable
{
    private readonly IEvaluator evaluator;
    private readonly ISearch search;

    /// <summary>Makes the tasks; nothing is evaluated yet.</summary>
    /// <param name="spec">What to do.</param>
    /// <param name="seed">Seed of the series.</param>
    /// <param name="index">Which experiment of the series, from 0; each has tasks and random choices of its own.</param>
    public Experiment(ExperimentSpec spec, ulong seed, int index)
        : this(spec, seed, index, Evaluators.Create)
    {
    }

    internal Experiment(ExperimentSpec spec, ulong seed, int index, EvaluatorFactory evaluators)
    {
        ArgumentNullException.ThrowIfNull(spec);
        Index = index;
        evaluator = evaluators(spec.Tasks.Search.Create(ExperimentSeeds.SearchTasks(seed, index)), spec.Evaluation, spec.EarlyExits);
        search = SearchFactory.Create(spec, evaluator, new RandomSource(ExperimentSeeds.Search(seed, index)));
    }

    /// <summary>Which experiment of the series, from 0.</summary>
    public int Index { get; }

    /// <summary>The best individual so far; null before the first.</summary>
    public Individual? Best => search.Best;

    /// <summary>What was done so far.</summary>
    public SearchCounters Counters => search.Counters;

    /// <summary>Makes and evaluates one individual.</summary>
    public void Advance() => search.Advance();

    /// <summary>Frees the memory in which programs run.</summary>
    public void Dispose() => evaluator.Dispose();
}
