using System.Collections.Immutable;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Oracle;

/// <summary>Random small task sets; some features are tiny or huge, so that NaN and infinity arise.</summary>
/// <param name="tasks">Number of tasks.</param>
/// <param name="dimension">Number of features F.</param>
/// <param name="epochs">Number of epochs.</param>
/// <param name="multiClass">Several classes; else all regression, all two classes, or both mixed, since the engine runs them differently.</param>
/// <param name="huge">The size of huge features, whose square is infinite.</param>
internal sealed class RandomTaskSets(int tasks, int dimension, int epochs, bool multiClass, double huge)
{
    private const double ShareOfExtremeTasks = 0.25;
    private const double ShareOfExtremeFeatures = 0.05;

    private static readonly TaskKind[][] TwoKinds = [[TaskKind.Regression], [TaskKind.Binary], [TaskKind.Regression, TaskKind.Binary]];

    /// <summary>The next task set of a stream of random numbers.</summary>
    public TaskSet Next(RandomSource random)
    {
        var (train, valid) = (3 + random.NextInt(10), 2 + random.NextInt(8));
        var classes = multiClass ? 2 + random.NextInt(Math.Min(dimension, 10) - 1) : 0;
        TaskKind[] kinds = multiClass ? [TaskKind.MultiClass] : TwoKinds[random.NextInt(TwoKinds.Length)];
        var list = ImmutableArray.CreateBuilder<LearningTask>(tasks);
        for (var i = 0; i < tasks; i++) list.Add(Task(random, i, kinds[random.NextInt(kinds.Length)], classes, train, valid));
        return new TaskSet(list.ToImmutable(), epochs, classes, random.NextBits());
    }

    private LearningTask Task(RandomSource random, int index, TaskKind kind, int classes, int train, int valid)
    {
        double[] weights = [.. Enumerable.Range(0, dimension).Select(_ => random.NextGaussian())];
        var isExtreme = random.NextDouble() < ShareOfExtremeTasks;
        return new LearningTask(
            $"task {index}",
            kind,
            Examples(random, kind, weights, classes, train, isExtreme),
            Examples(random, kind, weights, classes, valid, isExtreme),
            random.NextBits());
    }

    private Examples Examples(RandomSource random, TaskKind kind, double[] weights, int classes, int count, bool isExtreme)
    {
        double[] features = [.. Enumerable.Range(0, count * dimension).Select(_ => random.NextGaussian())];
        double[] values = [.. features.Chunk(dimension).Select(row => row.Zip(weights, (x, w) => x * w).Sum())];
        double[] labels = [.. values.Select(value => Label(random, kind, value, classes))];
        for (var i = 0; i < features.Length && isExtreme; i++)
        {
            if (random.NextDouble() < ShareOfExtremeFeatures) features[i] = Extreme(random);
        }

        return new Examples(dimension, features, labels);
    }

    private static double Label(RandomSource random, TaskKind kind, double value, int classes) => kind switch
    {
        TaskKind.Regression => value,
        TaskKind.Binary => value > 0 ? 1 : 0,
        _ => random.NextInt(4) == 0 ? random.NextInt(classes) : value > 0 ? 1 : 0,
    };

    private double Extreme(RandomSource random) => random.NextInt(5) switch
    {
        0 => huge,
        1 => -huge,
        2 => 1 / huge,
        3 => -0.0,
        _ => 0,
    };
}
