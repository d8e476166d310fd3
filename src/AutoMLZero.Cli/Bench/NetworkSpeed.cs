using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Cli.Bench;

/// <summary>The speed of the built-in network. Other processes only ever make a run slower: the fastest of all runs counts.</summary>
/// <param name="time">How long to repeat runs.</param>
/// <param name="clock">The clock.</param>
internal sealed class NetworkSpeed(TimeSpan time, TimeProvider clock)
{
    private const int WideDimension = 3072;
    private const int FewSteps = 2;
    private const int ManySteps = 22;

    /// <summary>Training steps a second, over 10 tasks of 16 features; validation is part of the time.</summary>
    public double TaskSteps(Precision precision, CancellationToken cancellation)
    {
        var tasks = SyntheticBinaryTasks.Create(10, 16, trainExamples: 8000, validExamples: 1000, seed: 1);
        return tasks.TrainingSteps / Fastest(tasks, precision, time, cancellation).TotalSeconds;
    }

    /// <summary>Milliseconds of a training step with 3072 features: what more steps take longer.</summary>
    public double WideStep(CancellationToken cancellation)
    {
        var few = Fastest(Wide(FewSteps), Precision.Bits32, time / 2, cancellation);
        var many = Fastest(Wide(ManySteps), Precision.Bits32, time / 2, cancellation);
        return (many - few).TotalMilliseconds / (ManySteps - FewSteps);
    }

    private static TaskSet Wide(int steps) => SyntheticBinaryTasks.Create(1, WideDimension, steps, validExamples: 1, seed: 1);

    private TimeSpan Fastest(TaskSet tasks, Precision precision, TimeSpan length, CancellationToken cancellation)
    {
        using var evaluator = Evaluators.Create(tasks, new EvaluationSettings { Precision = precision });
        var start = clock.GetTimestamp();
        var fastest = TimeSpan.MaxValue;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            var before = clock.GetTimestamp();
            evaluator.Evaluate(BuiltInPrograms.NeuralNet);
            var elapsed = clock.GetElapsedTime(before);
            if (elapsed < fastest) fastest = elapsed;
        }
        while (clock.GetElapsedTime(start) < length);
        return fastest;
    }
}
