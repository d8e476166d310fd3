using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;
using BenchmarkDotNet.Attributes;

namespace AutoMLZero.Benchmarks.Ablation;

/// <summary>
/// What each part is worth for evolution on the preset <c>linear</c> (work A): the first 100,000 individuals. Hurdles change which individuals
/// there are, and so does <c>float</c> a little; all else leaves them as they are.
/// </summary>
public class SearchAblation
{
    private const int Individuals = 100_000;

    private readonly ExperimentSpec spec = Presets.Load("linear");
    private readonly TaskSet tasks = Presets.Load("linear").Tasks.Search.Create(ExperimentSeeds.SearchTasks(1, 0));

    /// <summary>What is left out or added.</summary>
    [ParamsAllValues]
    public Part Part { get; set; }

    /// <summary>A run of evolution from random programs.</summary>
    [Benchmark(OperationsPerInvoke = Individuals)]
    public double Evolution()
    {
        var exits = Part.Exits();
        using var evaluator = Evaluators.Create(tasks, spec.Evaluation with { Precision = Part.Precision() }, exits, Part.Options());
        var search = SearchFactory.Create(spec with { Hurdles = exits.Hurdles }, evaluator, new RandomSource(ExperimentSeeds.Search(1, 0)));
        for (var i = 0; i < Individuals; i++) search.Advance();
        return search.Best!.Fitness;
    }
}
