using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tasks;

/// <summary>Makes the synthetic regression tasks of AutoML-Zero, section 4.1.</summary>
public static class SyntheticTasks
{
    /// <summary>Makes a set of tasks. Each depends on the seed and its number, not on how many tasks there are.</summary>
    /// <param name="settings">Which tasks.</param>
    /// <param name="seed">Decides weights, features and what random operations draw.</param>
    /// <exception cref="InputException">A setting is out of its range.</exception>
    public static TaskSet Create(SyntheticTaskSettings settings, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validated();
        var tasks = ImmutableArray.CreateBuilder<LearningTask>(settings.Count);
        for (var i = 0; i < settings.Count; i++)
            tasks.Add(CreateTask(settings, $"{settings.Kind}-{i}", SplitMix.Derive(seed, (ulong)i + 1)));
        return new TaskSet(tasks.MoveToImmutable(), settings.Epochs, seed: SplitMix.Derive(seed, 0));
    }

    private static LearningTask CreateTask(SyntheticTaskSettings settings, string name, ulong seed)
    {
        var random = new RandomSource(SplitMix.Derive(seed, 0));
        var target = TargetFunction.Draw(settings.Kind, settings.Dimension, random);
        var train = CreateExamples(target, settings.Dimension, settings.TrainExamples, random);
        var valid = CreateExamples(target, settings.Dimension, settings.ValidExamples, random);
        return new LearningTask(
            name, TaskKind.Regression, DataScale.Apply(train, settings.Scale), DataScale.Apply(valid, settings.Scale), SplitMix.Derive(seed, 1));
    }

    private static Examples CreateExamples(TargetFunction target, int dimension, int count, RandomSource random)
    {
        var features = GaussianNumbers.Draw(dimension * count, random);
        var labels = new double[count];
        for (var i = 0; i < count; i++) labels[i] = target.Label(features.AsSpan(i * dimension, dimension));
        return new Examples(dimension, features, labels);
    }
}
