using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;
using BenchmarkDotNet.Attributes;

namespace AutoMLZero.Benchmarks.Ablation;

/// <summary>
/// What each part is worth for training task-steps of the built-in network (work C). It is one program, without introns: there is nothing for
/// caches, hurdles and the removal of introns to save, apart from the canonical order.
/// </summary>
[Config(typeof(AblationConfig))]
public class NetworkAblation
{
    private const int TaskCount = 10;
    private const int TrainExamples = 8000;
    private const int Evaluations = 20;

    private IEvaluator evaluator = null!;

    /// <summary>What is left out or added.</summary>
    [Params(Part.None, Part.WithoutRemoval, Part.WithoutFusedPairs, Part.WithoutHoisting, Part.Bits32)]
    public Part Part { get; set; }

    /// <summary>Makes the tasks.</summary>
    [GlobalSetup]
    public void Setup() => evaluator = Evaluators.Create(
        SyntheticBinaryTasks.Create(TaskCount, dimension: 16, TrainExamples, validExamples: 1000, seed: 1),
        new EvaluationSettings { Precision = Part.Precision() },
        new EarlyExits(),
        Part.Options());

    /// <summary>Frees the tasks.</summary>
    [GlobalCleanup]
    public void Cleanup() => evaluator.Dispose();

    /// <summary>Evaluations, counted by training steps of a task.</summary>
    [Benchmark(OperationsPerInvoke = Evaluations * TaskCount * TrainExamples)]
    public double Evaluate()
    {
        var fitness = 0.0;
        for (var i = 0; i < Evaluations; i++) fitness += evaluator.Evaluate(BuiltInPrograms.NeuralNet).Fitness;
        return fitness;
    }
}
