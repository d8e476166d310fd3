using System.Collections.Concurrent;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Search;
using AutoMLZero.Tasks;

namespace AutoMLZero.Experiments;

/// <summary>Tries individuals on the selection tasks, which are made when the first comes. For several threads at once.</summary>
internal sealed class Selection(ExperimentSpec spec, ulong seed, EvaluatorFactory evaluators) : IDisposable
{
    private readonly Lazy<TaskSet> tasks = new(() => spec.Tasks.Select.Create(ExperimentSeeds.SelectTasks(seed)));
    private readonly ConcurrentBag<IEvaluator> idle = [];

    /// <summary>Whether the tasks have several classes.</summary>
    public bool IsMultiClass => tasks.Value.IsMultiClass;

    /// <summary>The fitness of an individual on the selection tasks.</summary>
    public double Fitness(Individual individual) => Fitness(individual.Program);

    /// <summary>The fitness of a program on the selection tasks.</summary>
    public double Fitness(Program program)
    {
        if (!idle.TryTake(out var evaluator)) evaluator = evaluators(tasks.Value, spec.Evaluation, new EarlyExits());
        var fitness = evaluator.Evaluate(program).Fitness;
        idle.Add(evaluator);
        return fitness;
    }

    /// <summary>Frees the memory in which programs run.</summary>
    public void Dispose()
    {
        while (idle.TryTake(out var evaluator)) evaluator.Dispose();
    }
}
