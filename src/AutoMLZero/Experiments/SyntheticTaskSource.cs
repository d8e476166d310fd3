using AutoMLZero.Tasks;

namespace AutoMLZero.Experiments;

/// <summary>Task sets of synthetic regression tasks.</summary>
/// <param name="Settings">Which tasks.</param>
public sealed record SyntheticTaskSource(SyntheticTaskSettings Settings) : TaskSource
{
    /// <inheritdoc/>
    public override int Dimension => Settings.Dimension;

    /// <inheritdoc/>
    public override long TrainingSteps => (long)Settings.Count * Settings.Epochs * Settings.TrainExamples;

    /// <inheritdoc/>
    public override TaskSet Create(ulong seed) => SyntheticTasks.Create(Settings, seed);
}
