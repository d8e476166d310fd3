using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;
using BenchmarkDotNet.Attributes;

namespace AutoMLZero.Benchmarks;

/// <summary>Training task-steps of the built-in network: 10 binary tasks of 8000 + 1000 examples with 16 features.</summary>
public class NetworkBenchmarks
{
    private const int TaskCount = 10;
    private const int Dimension = 16;
    private const int TrainExamples = 8000;

    private IEvaluator evaluator = null!;

    /// <summary>The number format.</summary>
    [Params(Precision.Bits32, Precision.Bits64)]
    public Precision Precision { get; set; }

    /// <summary>Makes the tasks.</summary>
    [GlobalSetup]
    public void Setup() => evaluator = Evaluators.Create(
        SyntheticBinaryTasks.Create(TaskCount, Dimension, TrainExamples, validExamples: 1000, seed: 1),
        new EvaluationSettings { Precision = Precision });

    /// <summary>Frees the tasks.</summary>
    [GlobalCleanup]
    public void Cleanup() => evaluator.Dispose();

    /// <summary>One evaluation, counted by training steps of a task.</summary>
    [Benchmark(OperationsPerInvoke = TaskCount * TrainExamples)]
    public double Evaluate() => evaluator.Evaluate(BuiltInPrograms.NeuralNet).Fitness;
}
