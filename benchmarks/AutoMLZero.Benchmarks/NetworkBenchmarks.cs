using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;
using BenchmarkDotNet.Attributes;

namespace AutoMLZero.Benchmarks;

/// <summary>Training task-steps of the built-in network: 10 binary tasks of 8000 + 1000 examples with 16 features.</summary>
public class NetworkBenchmarks
{
    private const int TaskCount = 10;
    private const int TrainExamples = 8000;

    private IEvaluator evaluator = null!;

    /// <summary>The number format.</summary>
    [Params(Precision.Bits32, Precision.Bits64)]
    public Precision Precision { get; set; }

    /// <summary>Makes the tasks.</summary>
    [GlobalSetup]
    public void Setup() => evaluator = Evaluators.Create(new TaskSet([.. Enumerable.Range(0, TaskCount).Select(Task)]), new EvaluationSettings { Precision = Precision });

    /// <summary>Frees the tasks.</summary>
    [GlobalCleanup]
    public void Cleanup() => evaluator.Dispose();

    /// <summary>One evaluation, counted by training steps of a task.</summary>
    [Benchmark(OperationsPerInvoke = TaskCount * TrainExamples)]
    public double Evaluate() => evaluator.Evaluate(BuiltInPrograms.NeuralNet).Fitness;

    private static LearningTask Task(int index)
    {
        var random = new RandomSource((ulong)index);
        return new LearningTask($"task {index}", TaskKind.Binary, Draw(random, TrainExamples), Draw(random, 1000), (ulong)index);
    }

    private static Examples Draw(RandomSource random, int count)
    {
        const int Dimension = 16;
        var features = new double[count * Dimension];
        for (var i = 0; i < features.Length; i++) features[i] = random.NextGaussian();
        var labels = new double[count];
        for (var i = 0; i < count; i++)
        {
            var row = features.AsSpan(i * Dimension, Dimension);
            labels[i] = (row[0] * row[1]) + row[2] > 0 ? 1 : 0;
        }

        return new Examples(Dimension, features, labels);
    }
}
