using System.Text.Json.Nodes;
using AutoMLZero.Tasks;

namespace AutoMLZero.Experiments;

/// <summary>Task sets of synthetic regression tasks.</summary>
/// <param name="Settings">Which tasks.</param>
public sealed record SyntheticTaskSource(SyntheticTaskSettings Settings) : TaskSource
{
    /// <inheritdoc/>
    public override int Count => Settings.Count;

    /// <inheritdoc/>
    public override int Dimension => Settings.Dimension;

    /// <inheritdoc/>
    public override int TrainExamples => Settings.TrainExamples;

    /// <inheritdoc/>
    public override int ValidExamples => Settings.ValidExamples;

    /// <inheritdoc/>
    public override long TrainingSteps => (long)Settings.Count * Settings.Epochs * Settings.TrainExamples;

    /// <inheritdoc/>
    public override TaskSet Create(ulong seed) => SyntheticTasks.Create(Settings, seed);

    /// <inheritdoc/>
    public override JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["kind"] = SpecWords.Of(Settings.Kind),
            ["count"] = Settings.Count,
            ["features"] = Settings.Dimension,
            ["train"] = Settings.TrainExamples,
            ["valid"] = Settings.ValidExamples,
            ["epochs"] = Settings.Epochs,
        };
        if (Settings.Scale != 1) json["scale"] = Settings.Scale;
        return json;
    }
}
