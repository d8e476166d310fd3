using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tasks;

/// <summary>Synthetic tasks of two classes, of the shape of those from images: for measurements of speed that need no data.</summary>
public static class SyntheticBinaryTasks
{
    /// <summary>Makes a set of tasks. Features are drawn from N(0, 1); the class is 1 where x[0] * x[1] + x[2] > 0, indexes modulo F.</summary>
    /// <param name="count">Number of tasks, at least 1.</param>
    /// <param name="dimension">Number of features F, at least 1.</param>
    /// <param name="trainExamples">Training examples of each task, at least 1.</param>
    /// <param name="validExamples">Validation examples of each task, at least 1.</param>
    /// <param name="seed">Decides features and what random operations draw.</param>
    /// <exception cref="InputException">A number is out of its range.</exception>
    public static TaskSet Create(int count, int dimension, int trainExamples, int validExamples, ulong seed) =>
        new([.. Enumerable.Range(0, count).Select(index => Task(index, dimension, trainExamples, validExamples, SplitMix.Derive(seed, (ulong)index)))]);

    private static LearningTask Task(int index, int dimension, int train, int valid, ulong seed)
    {
        var random = new RandomSource(SplitMix.Derive(seed, 0));
        return new LearningTask(
            $"binary-{index}", TaskKind.Binary, Draw(random, dimension, train), Draw(random, dimension, valid), SplitMix.Derive(seed, 1));
    }

    private static Examples Draw(RandomSource random, int dimension, int count)
    {
        var features = GaussianNumbers.Draw(dimension * count, random);
        var labels = new double[count];
        for (var i = 0; i < count; i++)
        {
            var row = features.AsSpan(i * dimension, dimension);
            labels[i] = (row[0] * row[1 % dimension]) + row[2 % dimension] > 0 ? 1 : 0;
        }

        return new Examples(dimension, features, labels);
    }
}
