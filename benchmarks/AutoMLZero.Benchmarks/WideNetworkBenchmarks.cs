using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;
using BenchmarkDotNet.Attributes;

namespace AutoMLZero.Benchmarks;

/// <summary>A training step of the built-in network on images of full size: 3072 features, one task, <c>float</c>.</summary>
public class WideNetworkBenchmarks
{
    private const int Dimension = 3072;
    private const int Steps = 100;

    private IEvaluator evaluator = null!;

    /// <summary>Makes the task.</summary>
    [GlobalSetup]
    public void Setup() => evaluator = Evaluators.Create(
        SyntheticBinaryTasks.Create(1, Dimension, Steps, validExamples: 1, seed: 1),
        new EvaluationSettings { Precision = Precision.Bits32 });

    /// <summary>Frees the task.</summary>
    [GlobalCleanup]
    public void Cleanup() => evaluator.Dispose();

    /// <summary>A whole evaluation, counted by training steps: the random initial matrix, made once, is in it.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public double Evaluate() => evaluator.Evaluate(BuiltInPrograms.NeuralNet).Fitness;
}
