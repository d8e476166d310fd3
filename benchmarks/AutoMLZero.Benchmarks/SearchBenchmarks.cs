using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Numerics;
using AutoMLZero.Search;
using AutoMLZero.Tasks;
using BenchmarkDotNet.Attributes;

namespace AutoMLZero.Benchmarks;

/// <summary>Individuals a second of regularized evolution on the preset <c>linear</c>, with and without the functional cache.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    private const int Individuals = 100_000;

    private readonly ExperimentSpec spec = Presets.Load("linear");
    private readonly TaskSet tasks = SyntheticTasks.Create(
        new SyntheticTaskSettings { Kind = SyntheticKind.Linear, Count = 10, Dimension = 4, TrainExamples = 100, ValidExamples = 100 }, seed: 1);

    /// <summary>Whether programs are probed for functional equivalence first.</summary>
    [Params(true, false)]
    public bool FunctionalCache { get; set; }

    /// <summary>A run of evolution from random programs.</summary>
    [Benchmark(OperationsPerInvoke = Individuals)]
    public double Evolution()
    {
        using var evaluator = Evaluators.Create(tasks, new EvaluationSettings(), FunctionalCache ? new FunctionalCacheSettings() : null);
        var settings = new EvolutionSettings
        {
            Mutations = MutationMix.Uniform(MutationType.AlterArgument, MutationType.RandomizeInstruction, MutationType.RandomizeFunction),
        };
        var evolution = new RegularizedEvolution(spec.ToSearchSpace(), settings, evaluator, new RandomSource(1));
        for (var i = 0; i < Individuals; i++) evolution.Advance();
        return evolution.Best!.Fitness;
    }
}
