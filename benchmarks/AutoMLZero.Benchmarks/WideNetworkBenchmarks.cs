using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
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
    public void Setup()
    {
        var random = new RandomSource(1);
        var task = new LearningTask("wide", TaskKind.Binary, Draw(random, Steps), Draw(random, 1), 1);
        evaluator = Evaluators.Create(new TaskSet([task]), new EvaluationSettings { Precision = Precision.Bits32 });
    }

    /// <summary>Frees the task.</summary>
    [GlobalCleanup]
    public void Cleanup() => evaluator.Dispose();

    /// <summary>A whole evaluation, counted by training steps: the random initial matrix, made once, is in it.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public double Evaluate() => evaluator.Evaluate(BuiltInPrograms.NeuralNet).Fitness;

    private static Examples Draw(RandomSource random, int count)
    {
        double[] features = [.. Enumerable.Range(0, count * Dimension).Select(_ => random.NextGaussian())];
        return new Examples(Dimension, features, [.. Enumerable.Range(0, count).Select(i => features[i * Dimension] > 0 ? 1.0 : 0)]);
    }
}
