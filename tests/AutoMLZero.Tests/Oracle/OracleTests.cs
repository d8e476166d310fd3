using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Oracle;

/// <summary>The oracle and the generators against facts worked out by hand.</summary>
public class OracleTests
{
    [Fact]
    public void Sums_are_sequential_below_8_then_in_8_and_in_16_partial_sums()
    {
        double[] terms = [1e16, 1, -1e16, 1, 1, 1, 1];
        Assert.Equal(4, OracleMath.Sum(terms));
        double[] eight = [1e16, 1, 1, 1, -1e16, 1, 1, 1];
        Assert.Equal(6, OracleMath.Sum(eight));
        double[] sixteen = [1e16, 1, 1, 1, 1, 1, 1, 1, -1e16, 1, 1, 1, 1, 1, 1, 1];
        Assert.Equal(14, OracleMath.Sum(sixteen));
        Assert.Equal(-0.0, OracleMath.Sum([-0.0]));
        Assert.True(double.IsNegative(OracleMath.Sum([-0.0])));
    }

    [Fact]
    public void A_constant_prediction_has_the_fitness_of_its_error()
    {
        var examples = new Examples(1, [1, 2], [3, 3]);
        var set = new TaskSet([new LearningTask("constant", TaskKind.Regression, examples, examples, 0)]);
        Assert.Equal(1, Fitness("s1 = 3", set));
        Assert.Equal(0.5, Fitness("s1 = 2", set), 1e-15);
        Assert.True(Fitness("s1 = 103", set) > 0);
        Assert.Equal(0, Fitness("s1 = 103.0000001", set));
        Assert.Equal(0, Fitness("s1 = s2 / s2", set));
    }

    [Fact]
    public void A_logit_of_zero_is_class_0()
    {
        var examples = new Examples(1, [1, 2, 3, 4], [0, 0, 0, 1]);
        var set = new TaskSet([new LearningTask("classes", TaskKind.Binary, examples, examples, 0)]);
        Assert.Equal(0.75, Fitness("s1 = 0", set));
        Assert.Equal(0.25, Fitness("s1 = 1e-3", set));
    }

    [Fact]
    public void Of_equal_scores_the_lowest_class_wins()
    {
        var examples = new Examples(3, [0, 0, 1, 0, 1, 0, 1, 0, 0, 2, 0, 0], [2, 1, 0, 0]);
        var set = new TaskSet([new LearningTask("classes", TaskKind.MultiClass, examples, examples, 0)], classes: 3);
        Assert.Equal(1, Fitness("v2 = v0 + v3", set));
        Assert.Equal(0.5, Fitness("v2 = bcast(s2)", set));
    }

    [Fact]
    public void Programs_use_every_operation_and_reach_many_fitness_values()
    {
        var random = new RandomSource(1);
        var programs = new RandomPrograms(new MemoryShape(6, 5, 2), multiClass: false);
        var set = new RandomTaskSets(3, 4, 1, false, 1e200).Next(random);
        Program[] made = [.. Enumerable.Range(0, 1000).Select(_ => programs.Next(random))];
        var used = made.SelectMany(program => program.Setup.Concat(program.Predict).Concat(program.Learn)).Select(i => i.Op).Distinct();
        Assert.Equal(Ops.All.Length, used.Count());
        var fitness = made.Select(program => OracleInterpreter<double>.Evaluate(program, set, new EvaluationSettings(), (_, i) => i).Fitness);
        var different = fitness.Distinct().Count();
        Assert.True(different > 250, $"Only {different} of {made.Length} programs differ in fitness.");
    }

    private static double Fitness(string predict, TaskSet set)
    {
        var program = ProgramParser.Parse($"def Setup():\ndef Predict():\n{predict}\ndef Learn():\n");
        return OracleInterpreter<double>.Evaluate(program, set, new EvaluationSettings(), (_, index) => index).Fitness;
    }
}
