using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;
using BenchmarkDotNet.Attributes;

namespace AutoMLZero.Benchmarks;

/// <summary>
/// An evaluation of the built-in linear model on 10 tasks of 100 + 100 examples: with 4 features training runs in the loop that is made for them,
/// with 3 and 5 it runs by kernels.
/// </summary>
public class EvaluationBenchmarks
{
    private IEvaluator evaluator = null!;

    /// <summary>Number of features.</summary>
    [Params(3, 4, 5)]
    public int Features { get; set; }

    /// <summary>Makes the tasks.</summary>
    [GlobalSetup]
    public void Setup() => evaluator = Evaluators.Create(
        SyntheticTasks.Create(
            new SyntheticTaskSettings { Kind = SyntheticKind.Linear, Count = 10, Dimension = Features, TrainExamples = 100, ValidExamples = 100 }, seed: 1),
        new EvaluationSettings());

    /// <summary>Frees the tasks.</summary>
    [GlobalCleanup]
    public void Cleanup() => evaluator.Dispose();

    /// <summary>Analysis, training and validation.</summary>
    [Benchmark]
    public double Evaluate() => evaluator.Evaluate(BuiltInPrograms.Linear).Fitness;
}
