using AutoMLZero.Tasks;

namespace AutoMLZero.Execution.Stages;

/// <summary>The first tasks of a set with their first examples.</summary>
internal static class FirstPart
{
    /// <summary>A smaller set, of one epoch.</summary>
    public static TaskSet Of(TaskSet tasks, HurdleSettings settings) => new(
        [.. tasks.Tasks.Take(settings.Tasks).Select(task => task with { Train = First(task.Train, settings.TrainExamples), Valid = First(task.Valid, settings.ValidExamples) })],
        epochs: 1,
        tasks.Classes,
        tasks.Seed);

    private static Examples First(Examples examples, int count)
    {
        count = Math.Min(count, examples.Count);
        return new Examples(examples.Dimension, examples.Features[..(count * examples.Dimension)].ToArray(), examples.Labels[..count].ToArray());
    }
}
