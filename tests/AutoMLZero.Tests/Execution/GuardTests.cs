using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Execution;

/// <summary>What guards do, computed by hand.</summary>
public class GuardTests
{
    private static readonly double[] Features = [-2, 1, 3, 0.5, double.Epsilon, 0];

    [Theory]
    [InlineData("s1 = 5; if s2 > s3: s1 = 7", new double[] { 5, 7, 7, 7, 7, 5 })]
    [InlineData("s1 = 5; if s2 <= s3: s1 = 7", new double[] { 7, 5, 5, 5, 5, 7 })]
    [InlineData("s1 = 5; s4 = 1; if s2 > s3: if s2 <= s4: s1 = 7", new double[] { 5, 7, 5, 7, 7, 5 })]
    [InlineData("s1 = 5; if s2 > s3: NoOp(); s1 = 7", new double[] { 7, 7, 7, 7, 7, 7 })]
    [InlineData("s1 = 5; if s2 > s3: s4 = 9; s1 = s4 + s1", new double[] { 5, 14, 14, 14, 14, 5 })]
    [InlineData("s1 = 5; s4 = s3 / s3; if s2 > s4: s1 = 7; if s2 <= s4: s1 = 8", new double[] { 5, 5, 5, 5, 5, 5 })]
    [InlineData("s1 = s2 * s2; if s2 > s3: s1 = s1 * s1", new double[] { 4, 1, 81, 0.0625, 0, 0 })]
    public void A_guarded_instruction_runs_where_all_its_guards_allow(string predict, double[] expected) =>
        Assert.Equal(expected, Predict($"s2 = v0[0]; s3 = 0; s4 = 0; {predict}"));

    [Fact]
    public void A_guarded_write_keeps_what_memory_has()
    {
        Assert.Equal([0, 1, 3, 0.5, double.Epsilon, double.Epsilon], Predict("s2 = v0[0]; if s2 > s3: s1 = abs(s2)"));
    }

    private static double[] Predict(string instructions)
    {
        var program = ProgramParser.Parse($"def Setup():\ndef Predict():\n{instructions}\ndef Learn():\n");
        var train = new Examples(1, [0], [0]);
        var rows = new Examples(1, Features, new double[Features.Length]);
        var task = new TaskSet([new LearningTask("rows", TaskKind.Regression, train, rows, 1)]);
        return Predictor.Predict(program, task, new EvaluationSettings())!;
    }
}
