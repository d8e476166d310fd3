using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Search;

namespace AutoMLZero.Tests.Tasks;

public class SyntheticTasksTests
{
    private static readonly SyntheticTaskSettings Small =
        new() { Kind = SyntheticKind.Linear, Count = 3, Dimension = 4, TrainExamples = 30, ValidExamples = 20 };

    public static TheoryData<SyntheticKind> Kinds => [.. Enum.GetValues<SyntheticKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Features_are_standard_normal(SyntheticKind kind)
    {
        var tasks = SyntheticTasks.Create(Small with { Kind = kind, Count = 4, Dimension = 16, TrainExamples = 1000, ValidExamples = 500 }, 1);
        var features = tasks.Tasks.SelectMany(task => task.Train.Features.ToArray().Concat(task.Valid.Features.ToArray())).ToArray();
        ChiSquare.AssertNormal(features);
        Assert.Equal(0, features.Average(), 4 / Math.Sqrt(features.Length));
        Assert.Equal(1, features.Average(x => x * x), 4 * Math.Sqrt(2.0 / features.Length));
        Assert.Equal(3, features.Average(x => x * x * x * x), 4 * Math.Sqrt(96.0 / features.Length));
    }

    [Fact]
    public void Linear_labels_with_one_feature_are_a_normal_factor_times_the_feature()
    {
        var tasks = SyntheticTasks.Create(Small with { Dimension = 1, Count = 3000, TrainExamples = 5 }, 2);
        var factors = tasks.Tasks.Select(task => task.Train.Labels.Span[0] / task.Train.Row(0)[0]).ToArray();
        for (var i = 0; i < factors.Length; i++) AssertLabels(tasks.Tasks[i], x => factors[i] * x[0]);
        ChiSquare.AssertNormal(factors);
    }

    [Fact]
    public void Affine_labels_with_one_feature_lie_on_a_line_with_normal_slope_and_offset()
    {
        var tasks = SyntheticTasks.Create(Small with { Kind = SyntheticKind.Affine, Dimension = 1, Count = 3000, TrainExamples = 5 }, 3);
        var lines = tasks.Tasks.Select(task => Solve(task.Train)).ToArray();
        for (var i = 0; i < lines.Length; i++) AssertLabels(tasks.Tasks[i], x => (lines[i][0] * x[0]) + lines[i][1], 1e-6);
        ChiSquare.AssertNormal(lines.Select(line => line[0]));
        ChiSquare.AssertNormal(lines.Select(line => line[1]));
    }

    [Theory]
    [InlineData(SyntheticKind.Linear, false)]
    [InlineData(SyntheticKind.Affine, true)]
    public void As_many_examples_as_weights_tell_all_labels(SyntheticKind kind, bool offset)
    {
        foreach (var task in SyntheticTasks.Create(Small with { Kind = kind, Dimension = 7 }, 4).Tasks)
        {
            var weights = Solve(task.Train);
            AssertLabels(task, x => Dot(weights, x) + weights[^1], 1e-8);
            Assert.Equal(offset, Math.Abs(weights[^1]) > 1e-8);
        }
    }

    [Fact]
    public void Teacher_labels_with_one_feature_are_zero_on_one_side_and_linear_on_the_other()
    {
        foreach (var task in SyntheticTasks.Create(Small with { Kind = SyntheticKind.Teacher, Dimension = 1, Count = 50 }, 5).Tasks)
        {
            var active = Enumerable.Range(0, task.Train.Count).First(i => task.Train.Labels.Span[i] != 0);
            var (x0, factor) = (task.Train.Row(active)[0], task.Train.Labels.Span[active] / task.Train.Row(active)[0]);
            AssertLabels(task, x => Math.Sign(x[0]) == Math.Sign(x0) ? factor * x[0] : 0);
        }
    }

    [Fact]
    public void Teacher_labels_are_those_of_the_network_that_the_seed_draws()
    {
        const int F = 5;
        var tasks = SyntheticTasks.Create(Small with { Kind = SyntheticKind.Teacher, Dimension = F }, 6).Tasks;
        for (var t = 0; t < tasks.Length; t++)
        {
            var random = new RandomSource(SplitMix.Derive(SplitMix.Derive(6, (ulong)t + 1), 0));
            var u = Enumerable.Range(0, F).Select(_ => random.NextGaussian()).ToArray();
            var m = Enumerable.Range(0, F).Select(_ => Enumerable.Range(0, F).Select(_ => random.NextGaussian()).ToArray()).ToArray();
            AssertLabels(tasks[t], x => Dot(u, [.. m.Select(Rectified(x.ToArray()))]), 0);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_task_depends_on_the_seed_and_its_number_only(SyntheticKind kind)
    {
        var settings = Small with { Kind = kind };
        var few = SyntheticTasks.Create(settings, 7);
        var many = SyntheticTasks.Create(settings with { Count = 10, Epochs = 3 }, 7);
        var other = SyntheticTasks.Create(settings, 8);
        Assert.Equal(few.Seed, many.Seed);
        Assert.NotEqual(few.Seed, other.Seed);
        for (var i = 0; i < few.Count; i++)
        {
            Assert.Equal(few.Tasks[i].Seed, many.Tasks[i].Seed);
            Assert.Equal(few.Tasks[i].Name, many.Tasks[i].Name);
            Assert.Equal(Numbers(few.Tasks[i]), Numbers(many.Tasks[i]));
            Assert.NotEqual(Numbers(few.Tasks[i]), Numbers(other.Tasks[i]));
        }

        Assert.Equal(10, many.Tasks.Select(task => task.Seed).Distinct().Count());
        Assert.Equal(10, many.Tasks.Select(task => task.Train.Row(0)[0]).Distinct().Count());
    }

    [Fact]
    public void The_set_has_what_the_settings_ask_for()
    {
        var tasks = SyntheticTasks.Create(Small with { Epochs = 2 }, 9);
        Assert.Equal((3, 4, 30, 20, 2, 0), (tasks.Count, tasks.Dimension, tasks.TrainCount, tasks.ValidCount, tasks.Epochs, tasks.Classes));
        Assert.All(tasks.Tasks, task => Assert.Equal(TaskKind.Regression, task.Kind));
        Assert.Equal(3072, SyntheticTasks.Create(Small with { Dimension = 3072, Count = 1 }, 9).Dimension);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        SyntheticTaskSettings[] bad =
        [
            Small with { Dimension = 0 }, Small with { Dimension = 3073 }, Small with { Count = 0 }, Small with { Count = -1 },
            Small with { TrainExamples = 0 }, Small with { ValidExamples = 0 }, Small with { Epochs = 0 }, Small with { Kind = (SyntheticKind)9 },
            Small with { Count = int.MaxValue, TrainExamples = int.MaxValue, ValidExamples = int.MaxValue, Dimension = 3072 },
        ];
        Assert.All(bad, settings => Assert.Throws<InputException>(() => SyntheticTasks.Create(settings, 1)));
    }

    private delegate double Target(ReadOnlySpan<double> features);

    private static void AssertLabels(LearningTask task, Target target, double tolerance = 1e-12)
    {
        foreach (var examples in new[] { task.Train, task.Valid })
        {
            for (var i = 0; i < examples.Count; i++)
            {
                var expected = target(examples.Row(i));
                Assert.InRange(Math.Abs(examples.Labels.Span[i] - expected), 0, tolerance * Math.Max(1, Math.Abs(expected)));
            }
        }
    }

    private static double Dot(double[] weights, ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++) sum += weights[i] * x[i];
        return sum;
    }

    private static Func<double[], double> Rectified(double[] x) => weights => Math.Max(0, Dot(weights, x));

    private static double[] Numbers(LearningTask task) =>
        [.. task.Train.Features.ToArray(), .. task.Train.Labels.ToArray(), .. task.Valid.Features.ToArray(), .. task.Valid.Labels.ToArray()];

    /// <summary>The weights and the offset that the first F + 1 examples have, by elimination with pivots.</summary>
    private static double[] Solve(Examples examples)
    {
        var size = examples.Dimension + 1;
        var rows = Enumerable.Range(0, size).Select(i => (double[])[.. examples.Row(i), 1, examples.Labels.Span[i]]).ToArray();
        for (var column = 0; column < size; column++)
        {
            var pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(rows[row][column]));
            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            foreach (var row in Enumerable.Range(0, size).Where(row => row != column))
            {
                var factor = rows[row][column] / rows[column][column];
                rows[row] = [.. rows[row].Zip(rows[column], (a, b) => a - (factor * b))];
            }
        }

        return [.. Enumerable.Range(0, size).Select(i => rows[i][size] / rows[i][i])];
    }
}
