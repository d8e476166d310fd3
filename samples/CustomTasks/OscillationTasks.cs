using System.Text.Json.Nodes;
using AutoMLZero.Experiments;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

/// <summary>Task sets of oscillations with a frequency of their own each; equal seeds make equal tasks.</summary>
/// <param name="Tasks">Number of tasks in a set.</param>
internal sealed record OscillationTasks(int Tasks) : TaskSource
{
    private const int Window = 4;
    private const double Noise = 0.01;

    public override int Count => Tasks;

    public override int Dimension => Window;

    public override int TrainExamples => 100;

    public override int ValidExamples => 100;

    public override long TrainingSteps => (long)Count * TrainExamples;

    public override TaskSet Create(ulong seed) =>
        new([.. Enumerable.Range(0, Count).Select(task => CreateTask(SplitMix.Derive(seed, (ulong)task)))]);

    public override JsonObject ToJson() => new() { ["kind"] = "oscillation", ["count"] = Tasks };

    private LearningTask CreateTask(ulong seed)
    {
        var random = new RandomSource(seed);
        var frequency = 0.2 + random.NextDouble();
        var series = Enumerable.Range(0, TrainExamples + ValidExamples + Window)
            .Select(time => Elementary.Sin(frequency * time) + (Noise * random.NextGaussian())).ToArray();
        return new LearningTask(
            $"frequency {frequency:F2}", TaskKind.Regression, Examples(series, 0, TrainExamples), Examples(series, TrainExamples, ValidExamples), seed);
    }

    private static Examples Examples(double[] series, int start, int count) => new(
        Window,
        [.. Enumerable.Range(start, count).SelectMany(at => series.Skip(at).Take(Window))],
        [.. Enumerable.Range(start, count).Select(at => series[at + Window])]);
}
