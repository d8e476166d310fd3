using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Insight.Simplification;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Tests.Simplification;

public class SimplifierTests
{
    [Fact]
    public void A_bloated_program_becomes_that_of_a_human()
    {
        var bloated = ProgramParser.Parse(
            """
            def Setup():
              s2 = 0.01; s5 = 3; v3 = gaussian(0, 1e-9)
            def Predict():
              s1 = dot(v1, v0); s6 = mean(v3); s1 = s1 + s6
            def Learn():
              s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v4 = v2 + v3; v1 = v1 + v4; s7 = norm(v1); s8 = 1e-12; s7 = s7 * s8; s7 = s7 + s2; s7 = arctan(s7)
            """);
        using var evaluator = Evaluator("linear");
        var result = new Simplifier(evaluator, 1e-4).Simplify(bloated, TestContext.Current.CancellationToken);
        Assert.Equal(EffectiveProgram.Create(BuiltInPrograms.Linear).Program, result.Program);
        Assert.True(result.Fitness >= result.FitnessBefore - 1e-4);
        Assert.True(result.Cost < result.CostBefore);
    }

    [Fact]
    public void Nothing_that_matters_goes_without_tolerance()
    {
        using var evaluator = Evaluator("linear");
        var result = new Simplifier(evaluator, 0).Simplify(BuiltInPrograms.Linear, TestContext.Current.CancellationToken);
        Assert.Equal(EffectiveProgram.Create(BuiltInPrograms.Linear).Program, result.Program);
        Assert.Equal(result.FitnessBefore, result.Fitness);
    }

    [Fact]
    public void Tolerance_buys_simplicity_and_the_front_shows_the_price()
    {
        using var evaluator = Evaluator("linear");
        var result = new Simplifier(evaluator, 1).Simplify(BuiltInPrograms.Affine, TestContext.Current.CancellationToken);
        Assert.Equal(0, result.Program.Length);
        Assert.True(result.Front.Count > 1);
        Assert.All(result.Front, member => Assert.Equal(member.Fitness, evaluator.Evaluate(member.Program).Fitness));
    }

    [Fact]
    public void Lines_that_do_the_same_are_merged()
    {
        var doubled = ProgramParser.Parse(
            """
            def Setup():
              s2 = 0.01; s4 = 0.0100001
            def Predict():
              s1 = dot(v1, v0)
            def Learn():
              s3 = s0 - s1; s5 = s2 * s3; s6 = s4 * s3; s6 = s6 + s5; v2 = s6 * v0; v1 = v1 + v2
            """);
        using var evaluator = Evaluator("linear");
        var result = new Simplifier(evaluator, 1e-6).Simplify(doubled, TestContext.Current.CancellationToken);
        Assert.True(result.Program.Setup.Length == 1, result.Program.ToString());
        Assert.True(result.Fitness >= result.FitnessBefore - 1e-6);
    }

    [Fact]
    public void It_can_be_cancelled_and_a_negative_tolerance_is_no_input()
    {
        using var evaluator = Evaluator("linear");
        Assert.Throws<OperationCanceledException>(() => new Simplifier(evaluator, 1).Simplify(BuiltInPrograms.Affine, new CancellationToken(true)));
        Assert.Throws<InputException>(() => new Simplifier(evaluator, -1));
        Assert.Throws<InputException>(() => new Simplifier(evaluator, double.NaN));
    }

    private static IEvaluator Evaluator(string preset)
    {
        var spec = Presets.Load(preset, [new("tasks.select.count", "5"), new("tasks.select.train", "500")]);
        return Evaluators.Create(spec.Tasks.Select.Create(ExperimentSeeds.SelectTasks(1)), spec.Evaluation);
    }
}
