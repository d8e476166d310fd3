using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Execution;

public class PredictorTests
{
    private static readonly Program ThreeClasses = ProgramParser.Parse(
        """
        def Setup():
          s2 = 0.1
        def Predict():
          v2 = dot(m0, v0)
        def Learn():
          v3 = v1 - v2
          v3 = s2 * v3
          m1 = outer(v3, v0)
          m0 = m0 + m1
        """);

    private static readonly string[] Names = ["linear", "affine", "neural-net"];

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void The_error_of_the_predictions_is_the_one_that_fitness_says(int features)
    {
        var task = Linear(features, binary: false);
        foreach (var name in Names)
        {
            var program = BuiltInPrograms.ByName[name];
            var squares = Predictions(program, task).Zip(task.Tasks[0].Valid.Labels.ToArray(), (found, label) => (found - label) * (found - label));
            Assert.Equal(Fitness(program, task), 1 - (2 / Math.PI * Math.Atan(Math.Sqrt(squares.Average()))), 12);
        }
    }

    [Fact]
    public void The_share_of_right_classes_is_the_one_that_fitness_says()
    {
        var task = Linear(4, binary: true);
        var right = Predictions(BuiltInPrograms.Affine, task).Zip(task.Tasks[0].Valid.Labels.ToArray(), (found, label) => found > 0.5 == label > 0.5);
        Assert.Equal(Fitness(BuiltInPrograms.Affine, task), right.Average(isRight => isRight ? 1.0 : 0));
    }

    [Fact]
    public void The_share_of_right_classes_of_several_is_the_one_that_fitness_says()
    {
        var task = Classes();
        var predictions = Predictions(ThreeClasses, task);
        var right = predictions.Zip(task.Tasks[0].Valid.Labels.ToArray(), (found, label) => found == label);
        Assert.Equal(3, predictions.Distinct().Count());
        Assert.Equal(Fitness(ThreeClasses, task), right.Average(isRight => isRight ? 1.0 : 0));
    }

    [Fact]
    public void A_program_that_fails_to_learn_predicts_nothing()
    {
        var program = ProgramParser.Parse("def Setup():\n  s2 = 1000\ndef Predict():\n  s1 = s2 * s2\ndef Learn():\n  NoOp()");
        Assert.Null(Predictor.Predict(program, Linear(4, binary: false), new EvaluationSettings()));
    }

    [Fact]
    public void Several_tasks_are_refused()
    {
        var two = SyntheticTasks.Create(Settings(4) with { Count = 2 }, 1);
        Assert.Throws<ArgumentException>(() => Predictor.Predict(BuiltInPrograms.Linear, two, new EvaluationSettings()));
    }

    private static double[] Predictions(Program program, TaskSet task) => Predictor.Predict(program, task, new EvaluationSettings())!;

    private static double Fitness(Program program, TaskSet task)
    {
        using var evaluator = Evaluators.Create(task, new EvaluationSettings());
        return evaluator.Evaluate(program).Fitness;
    }

    private static SyntheticTaskSettings Settings(int features) => new()
    {
        Kind = SyntheticKind.Affine,
        Count = 1,
        Dimension = features,
        TrainExamples = 300,
        ValidExamples = 77,
    };

    private static TaskSet Linear(int features, bool binary)
    {
        var task = SyntheticTasks.Create(Settings(features), 3);
        return binary ? Relabeled(task, TaskKind.Binary, 0, label => label > 0 ? 1 : 0) : task;
    }

    private static TaskSet Classes() => Relabeled(Linear(4, binary: false), TaskKind.MultiClass, 3, label => label < -1 ? 0 : label < 1 ? 1 : 2);

    private static TaskSet Relabeled(TaskSet set, TaskKind kind, int classes, Func<double, double> relabel)
    {
        var task = set.Tasks[0];
        return new TaskSet([task with { Kind = kind, Train = Relabeled(task.Train, relabel), Valid = Relabeled(task.Valid, relabel) }], 1, classes);
    }

    private static Examples Relabeled(Examples examples, Func<double, double> relabel) =>
        new(examples.Dimension, examples.Features.ToArray(), [.. examples.Labels.ToArray().Select(relabel)]);
}
