using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Execution;

/// <summary>A program that learns example by example predicts what an evaluation scores.</summary>
public class LearnerTests
{
    [Theory]
    [InlineData(Precision.Bits64)]
    [InlineData(Precision.Bits32)]
    public void Predictions_have_the_fitness_of_the_evaluation_bit_for_bit(Precision precision)
    {
        var compared = new Dictionary<TaskKind, int>();
        foreach (var batch in FitnessBatches.All(precision, part: precision == Precision.Bits64 ? 10 : 20).Where(batch => batch.Tasks.Epochs == 1))
        {
            foreach (var (program, expected) in batch.Programs.Zip(Engine.Evaluate(batch)))
            {
                foreach (var (task, fitness) in batch.Tasks.Tasks.Zip(expected.TaskFitness))
                {
                    if (fitness == 0) continue;
                    Assert.Equal(fitness, Fitness(program, task, batch.Tasks.Classes, precision));
                    compared[task.Kind] = compared.GetValueOrDefault(task.Kind) + 1;
                }
            }
        }

        Assert.All(Enum.GetValues<TaskKind>(), kind => Assert.True(compared[kind] > 250, $"{kind}: {compared[kind]}"));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(20)]
    [InlineData(70)]
    public void Memory_is_row_by_row_in_every_layout(int dimension)
    {
        var program = ProgramParser.Parse("def Setup():\n  m0[0.5, 0.25] = 3\n  v1[0.75] = 2\ndef Predict():\n  v2 = dot(m0, v0)\n  s1 = dot(v2, v1)\ndef Learn():");
        using var learner = new Learner(program, TaskKind.Regression, dimension);
        var (matrix, vector) = (learner.Effective.Program.Setup.Single(Writes(OperandType.Matrix)), learner.Effective.Program.Setup.Single(Writes(OperandType.Vector)));
        var at = (dimension / 2 * dimension) + (dimension / 4);
        Assert.Equal(3, learner.Memory(OperandType.Matrix, matrix.Output)[at]);
        Assert.Equal(3, learner.Memory(OperandType.Matrix, matrix.Output).Sum());
        Assert.Equal(2, learner.Memory(OperandType.Vector, vector.Output)[dimension * 3 / 4]);
    }

    [Fact]
    public void What_does_not_fit_is_said()
    {
        Assert.Throws<InputException>(() => new Learner(Program.Empty, TaskKind.Regression, 0));
        Assert.Throws<InputException>(() => new Learner(Program.Empty, TaskKind.Regression, 4, classes: 2));
        Assert.Throws<InputException>(() => new Learner(Program.Empty, TaskKind.MultiClass, 4, classes: 5));
        Assert.Throws<InputException>(() => new Learner(ProgramParser.Parse("def Setup():\n  v1 = bcast(s2)\ndef Predict():\ndef Learn():"), TaskKind.MultiClass, 4, 3));
        using var learner = new Learner(Learners.MultiClass, TaskKind.MultiClass, 4, 3);
        Assert.Throws<ArgumentException>(() => learner.Predict([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => learner.Learn([1, 2, 3, 4], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => learner.Memory(OperandType.Matrix, 9));
    }

    [Fact]
    public void Learning_tells_the_training_error()
    {
        using var numbers = new Learner(ProgramParser.Parse("def Setup():\n  s1 = 2\ndef Predict():\ndef Learn():"), TaskKind.Regression, 1);
        Assert.Equal(3, numbers.Learn([0], 5));
        using var pair = new Learner(Program.Empty, TaskKind.Binary, 1);
        Assert.Equal(0.5, pair.Learn([0], 1));
        using var several = new Learner(Program.Empty, TaskKind.MultiClass, 4, classes: 4);
        Assert.Equal(0.75, several.Learn([0, 0, 0, 0], 2));
    }

    [Fact]
    public void Scores_that_are_not_numbers_are_no_class()
    {
        using var learner = new Learner(ProgramParser.Parse("def Setup():\ndef Predict():\n  v2 = 1 / v3\n  v2 = v2 - v2\ndef Learn():"), TaskKind.MultiClass, 4, classes: 3);
        Assert.Equal(double.NaN, learner.Predict([1, 2, 3, 4]));
    }

    private static Func<Instruction, bool> Writes(OperandType type) => instruction => instruction.Op.Info().Output == type;

    private static double Fitness(Program program, LearningTask task, int classes, Precision precision)
    {
        using var learner = new Learner(program, task.Kind, task.Train.Dimension, classes, task.Seed, precision);
        learner.Learn(task.Train);
        var (squares, correct) = (0.0, 0);
        for (var i = 0; i < task.Valid.Count; i++)
        {
            var (prediction, label) = (learner.Predict(task.Valid.Row(i)), task.Valid.Labels.Span[i]);
            var error = precision == Precision.Bits64 ? label - prediction : (float)label - (float)prediction;
            squares += error * error;
            var predicted = task.Kind == TaskKind.Binary ? prediction > 0.5 ? 1 : 0 : prediction;
            if (predicted == label) correct++;
        }

        return task.Kind == TaskKind.Regression
            ? 1 - (2 / Math.PI * Elementary.Arctan(Math.Sqrt(squares / task.Valid.Count)))
            : (double)correct / task.Valid.Count;
    }
}
