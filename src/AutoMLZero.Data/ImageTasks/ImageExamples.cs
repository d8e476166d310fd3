using AutoMLZero.Tasks;

namespace AutoMLZero.Data.ImageTasks;

/// <summary>The numbers of a part of a task, as they are cached.</summary>
/// <param name="Features">The features, row by row.</param>
/// <param name="Labels">A label for each row.</param>
internal sealed record ImageExamples(float[] Features, byte[] Labels)
{
    /// <summary>The numbers as examples.</summary>
    public Examples ToExamples() => new(
        Features.Length / Labels.Length,
        Array.ConvertAll(Features, value => (double)value),
        Array.ConvertAll(Labels, value => (double)value));
}
