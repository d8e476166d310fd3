using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Tasks;

public class SyntheticBinaryTasksTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    public void Classes_follow_the_features(int dimension)
    {
        var set = SyntheticBinaryTasks.Create(3, dimension, 50, 20, seed: 1);
        Assert.Equal((3, dimension, 50, 20, 0), (set.Count, set.Dimension, set.TrainCount, set.ValidCount, set.Classes));
        foreach (var examples in set.Tasks.SelectMany(task => new[] { task.Train, task.Valid }))
        {
            for (var i = 0; i < examples.Count; i++)
            {
                var x = examples.Row(i);
                Assert.Equal((x[0] * x[1 % dimension]) + x[2 % dimension] > 0 ? 1 : 0, examples.Labels.Span[i]);
            }
        }
    }

    [Fact]
    public void Tasks_depend_on_the_seed_and_their_number_alone()
    {
        var (three, five) = (SyntheticBinaryTasks.Create(3, 4, 10, 10, seed: 1), SyntheticBinaryTasks.Create(5, 4, 10, 10, seed: 1));
        var other = SyntheticBinaryTasks.Create(3, 4, 10, 10, seed: 2);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(three.Tasks[i].Train.Features.ToArray(), five.Tasks[i].Train.Features.ToArray());
            Assert.NotEqual(three.Tasks[i].Train.Features.ToArray(), other.Tasks[i].Train.Features.ToArray());
        }
    }

    [Fact]
    public void The_network_learns_them_better_than_the_linear_model()
    {
        using var evaluator = Evaluators.Create(SyntheticBinaryTasks.Create(4, 16, 8000, 1000, seed: 1), new EvaluationSettings());
        Assert.True(evaluator.Evaluate(BuiltInPrograms.NeuralNet).Fitness > evaluator.Evaluate(BuiltInPrograms.Linear).Fitness + 0.02);
    }
}
