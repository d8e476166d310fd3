using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Execution;

/// <summary>The examples of one task as lanes give the bits that one example at a time gives.</summary>
public class ExampleLanesTests
{
    private static readonly EngineOptions OneByOne = new() { ValidatesInBlocks = false };

    [Theory]
    [InlineData(TaskKind.Regression, 3, 20)]
    [InlineData(TaskKind.Regression, 4, 300)]
    [InlineData(TaskKind.Regression, 17, 600)]
    [InlineData(TaskKind.Binary, 3, 300)]
    [InlineData(TaskKind.Binary, 20, 9)]
    public void Fitness_and_probes_are_the_same(TaskKind kind, int dimension, int examples)
    {
        var random = new RandomSource(11);
        var settings = new EvaluationSettings { MaxAbsError = 5 };
        var tasks = Tasks(random, kind, dimension, examples);
        using var lanes = new Evaluator<double>(tasks, settings);
        using var single = new Evaluator<double>(tasks, settings, OneByOne);
        var programs = new RandomPrograms(new MemoryShape(6, 3, 1), multiClass: false, extensions: true);
        var different = new HashSet<double>();
        for (var i = 0; i < 300; i++)
        {
            var drawn = programs.Next(random);
            var program = i % 2 == 0 ? drawn : drawn.With(ComponentFunction.Learn, []);
            var fitness = lanes.Evaluate(program).Fitness;
            Assert.True(fitness.Equals(single.Evaluate(program).Fitness), program.ToString());
            Assert.Equal(single.Probe(single.Analyze(program), 2, examples - 1), lanes.Probe(lanes.Analyze(program), 2, examples - 1));
            different.Add(fitness);
        }

        Assert.True(different.Count > 5, $"Only {different.Count} values of fitness differ.");
    }

    private static TaskSet Tasks(RandomSource random, TaskKind kind, int dimension, int examples)
    {
        var task = new LearningTask("one", kind, Some(3), Some(examples), 5);
        return new TaskSet([task]);

        Examples Some(int count)
        {
            double[] features = [.. Enumerable.Range(0, count * dimension).Select(_ => random.NextGaussian())];
            double[] labels = [.. Enumerable.Range(0, count).Select(_ => kind == TaskKind.Binary ? random.NextInt(2) : random.NextGaussian())];
            return new Examples(dimension, features, labels);
        }
    }
}
