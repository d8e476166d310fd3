using AutoMLZero.Execution;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>Compares champions on the selection tasks, which are made when the first comes.</summary>
internal sealed class Selection(ExperimentSpec spec, ulong seed, EvaluatorFactory evaluators) : IDisposable
{
    private IEvaluator? evaluator;
    private Individual? lastTried;

    /// <summary>The best champion so far, the earliest on a tie; null before the first.</summary>
    public Champion? Best { get; private set; }

    /// <summary>Whether the best champion suffices.</summary>
    public bool IsSolved => Best?.SelectFitness >= spec.SolvedAt;

    /// <summary>Tries an individual, unless it is the one that was tried last.</summary>
    public void Try(Individual individual)
    {
        if (ReferenceEquals(individual, lastTried)) return;
        lastTried = individual;
        evaluator ??= evaluators(spec.Tasks.Select.Create(ExperimentSeeds.SelectTasks(seed)), spec.Evaluation, new EarlyExits());
        var fitness = evaluator.Evaluate(individual.Program).Fitness;
        if (Best is null || fitness > Best.SelectFitness) Best = new Champion(individual, fitness);
    }

    /// <summary>Frees the memory in which programs run.</summary>
    public void Dispose() => evaluator?.Dispose();
}
