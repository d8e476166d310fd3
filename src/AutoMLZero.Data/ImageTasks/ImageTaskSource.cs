using System.Text.Json.Nodes;
using AutoMLZero.Data.Images;
using AutoMLZero.Experiments;
using AutoMLZero.Tasks;

namespace AutoMLZero.Data.ImageTasks;

/// <summary>Task sets made of the images of a data set. Sources are equal when settings and folder are.</summary>
/// <param name="Settings">Which tasks.</param>
/// <param name="Library">Where the images are.</param>
public sealed record ImageTaskSource(ImageTaskSettings Settings, ImageLibrary Library) : TaskSource
{
    /// <inheritdoc/>
    public override int Count => Settings.Count;

    /// <inheritdoc/>
    public override int Dimension => Settings.Dimension;

    /// <inheritdoc/>
    public override int Classes => Settings.MultiClasses;

    /// <inheritdoc/>
    public override int TrainExamples => Settings.TrainExamples;

    /// <inheritdoc/>
    public override int ValidExamples => Settings.ValidExamples;

    /// <inheritdoc/>
    public override long TrainingSteps => (long)Settings.Count * Settings.Epochs * Settings.TrainExamples;

    /// <inheritdoc/>
    public override TaskSet Create(ulong seed) => ImageTaskSets.Create(Settings, Library, seed);

    /// <inheritdoc/>
    public override JsonObject ToJson() => ImageTaskFormat.Write(Settings);

    /// <inheritdoc/>
    public bool Equals(ImageTaskSource? other) => other is not null && Settings == other.Settings && Library.Folder == other.Library.Folder;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Settings, Library.Folder);
}
