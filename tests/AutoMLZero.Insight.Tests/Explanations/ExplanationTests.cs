using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Insight.Explanations;
using AutoMLZero.Insight.Tests.Export;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Tests.Explanations;

public class ExplanationTests
{
    [Fact]
    public void Lines_as_found_tell_introns_from_what_matters()
    {
        var explanation = Explanation.Of(ProgramParser.Parse("def Setup():\n s5 = 7\ndef Predict():\n s1 = mean(v0); s3 = sin(s1)\ndef Learn():\n s1 = s0 - s1"));
        Assert.Equal(
            [(ComponentFunction.Setup, 0, false), (ComponentFunction.Predict, 0, true), (ComponentFunction.Predict, 1, false), (ComponentFunction.Learn, 0, false)],
            explanation.Found.Select(line => (line.Function, line.Line, line.IsEffective)));
    }

    [Fact]
    public void Costs_are_those_of_the_core_whatever_F_is()
    {
        foreach (var export in ExportCases.All)
        {
            var isMultiClass = export.Settings.Kind == TaskKind.MultiClass;
            var cost = Explanation.Of(export.Program, export.Settings.Kind).StepCost;
            var effective = DataFlow.Of(export.Program, isMultiClass).Values.Where(value => value.Function != ComponentFunction.Setup).Select(value => value.Instruction);
            foreach (var features in (ReadOnlySpan<int>)[1, 4, 50])
                Assert.Equal(ProgramCost.PerStep(new Program([], [.. effective], []), features), cost.At(features), 6);
        }
    }

    [Theory]
    [InlineData("", "0")]
    [InlineData("s1 = s2 + s3", "1")]
    [InlineData("s1 = s2 + s3; s1 = dot(v0, v1)", "2 F + 1")]
    [InlineData("v1 = v0 + v2; m0 = outer(v0, v1)", "F^2 + F")]
    public void Costs_are_polynomials(string lines, string expected) =>
        Assert.Equal(expected, StepCost.Of(ProgramParser.Parse($"def Setup():\ndef Predict():\n {lines}\ndef Learn():").Predict.Select(line => line.Op)).ToString());

    [Fact]
    public void Ablation_is_the_fitness_of_the_program_without_the_line()
    {
        var tasks = SyntheticTasks.Create(new SyntheticTaskSettings { Kind = SyntheticKind.Affine, Count = 2, Dimension = 4, TrainExamples = 200, ValidExamples = 20 }, 1);
        using var evaluator = Evaluators.Create(tasks, new EvaluationSettings());
        var program = ProgramParser.Parse(BuiltInPrograms.Affine.ToString().Replace("def Predict():", "def Predict():\n  s9 = sin(s1)", StringComparison.Ordinal));
        var flow = DataFlow.Of(program);
        var ablation = Ablation.Measure(flow, evaluator, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(evaluator.Evaluate(program).Fitness, ablation.Fitness);
        Assert.Equal(BuiltInPrograms.Affine.Length, ablation.Without.Length);
        foreach (var value in flow.Values)
        {
            var without = program.With(value.Function, program[value.Function].RemoveAt(value.Line));
            Assert.Equal(evaluator.Evaluate(without).Fitness, ablation.Without[value.Index]);
            Assert.True(ablation.Loss(value) > 0.1, $"{value.Instruction}: {ablation.Loss(value)}");
        }
    }

    [Fact]
    public void Ablation_can_be_cancelled()
    {
        var tasks = SyntheticTasks.Create(new SyntheticTaskSettings { Kind = SyntheticKind.Affine, Count = 1, Dimension = 4, TrainExamples = 10, ValidExamples = 2 }, 1);
        using var evaluator = Evaluators.Create(tasks, new EvaluationSettings());
        Assert.Throws<OperationCanceledException>(() => Ablation.Measure(DataFlow.Of(BuiltInPrograms.Linear), evaluator, null, new CancellationToken(true)));
    }
}
