using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Insight.Simplification;
using AutoMLZero.Insight.Tests.Export;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Tests.Simplification;

public class AlgebraTests
{
    [Theory]
    [InlineData("s1 = mean(v0); s2 = 0; s1 = s1 + s2", "s1 = mean(v0)")]
    [InlineData("s2 = mean(v0); s1 = s2 - s3", "s1 = mean(v0)")]
    [InlineData("s2 = mean(v0); s3 = 1; s1 = s3 * s2", "s1 = mean(v0)")]
    [InlineData("s2 = mean(v0); s3 = 1; s1 = s2 / s3", "s1 = mean(v0)")]
    [InlineData("s3 = 1; v1 = s3 * v0; s1 = mean(v1)", "s1 = mean(v0)")]
    [InlineData("v1 = v0 + v2; s1 = mean(v1)", "s1 = mean(v0)")]
    [InlineData("v1 = maximum(v0, v0); s1 = mean(v1)", "s1 = mean(v0)")]
    [InlineData("s1 = norm(v0); s1 = abs(s1)", "s1 = norm(v0)")]
    [InlineData("v1 = abs(v0); v1 = maximum(v1, v2); s1 = mean(v1)", "v1 = abs(v0); s1 = mean(v1)")]
    [InlineData("v1 = heaviside(v0); v1 = heaviside(v1); s1 = mean(v1)", "v1 = heaviside(v0, 1.0); s1 = mean(v1)")]
    [InlineData("m0 = outer(v0, v0); m0 = transpose(m0); m0 = transpose(m0); s1 = mean(m0)", "m0 = outer(v0, v0); s1 = mean(m0)")]
    [InlineData("v1 = abs(v0); v2 = abs(v0); v1 = v1 * v2; s1 = mean(v1)", "v1 = abs(v0); v1 = v1 * v1; s1 = mean(v1)")]
    public void Lines_that_equal_an_operand_go(string predict, string expected) =>
        Assert.Equal(EffectiveProgram.Create(InPredict(expected)).Program, Algebra.Simplify(InPredict(predict)));

    [Theory]
    [InlineData("s2 = mean(v0); s3 = -0.0; s1 = s2 - s3")]
    [InlineData("s2 = mean(v0); s3 = 2; s1 = s3 * s2")]
    [InlineData("s2 = mean(v0); s3 = heaviside(s2); s1 = heaviside(s3)")]
    [InlineData("v1 = abs(v0); v1 = maximum(v2, v1); s1 = mean(v1)")]
    [InlineData("s2 = mean(v0); s1 = s2 - s2")]
    [InlineData("s2 = mean(v0); s1 = s2 * s3")]
    public void Lines_that_differ_for_some_number_stay(string predict) =>
        Assert.Equal(EffectiveProgram.Create(InPredict(predict)).Program.Predict.Count(line => line.Op != Op.ScalarConstant),
            Algebra.Simplify(InPredict(predict)).Predict.Length);

    [Fact]
    public void Constants_are_folded_and_move_to_Setup()
    {
        var simplified = Algebra.Simplify(InPredict("s2 = 0.5; s3 = 4; s2 = s2 * s3; s2 = exp(s2); s4 = mean(v0); s1 = s4 * s2"));
        Assert.Equal(ProgramParser.Parse("def Setup():\n s2 = 7.38905609893065\ndef Predict():\n s3 = mean(v0); s1 = s2 * s3\ndef Learn():").ToString(), simplified.ToString());
    }

    [Theory]
    [InlineData("v2 = v1 + v1; s2 = dot(v2, v2)")]
    [InlineData("v3 = v1 * v4; v2 = v3 - v3; s2 = norm(v2)")]
    [InlineData("s3 = 2; v2 = s3 * v5; s2 = 0")]
    [InlineData("m0 = outer(v1, v1); v2 = norm(m0, axis=1); s2 = mean(m0)")]
    public void Zeros_that_Setup_computes_go(string setup)
    {
        const string Rest = "def Predict():\n s3 = dot(v0, v2); s1 = s2 * s3\ndef Learn():\n s2 = 0.5; v2 = v2 + v0";
        Assert.Equal(
            Algebra.Simplify(ProgramParser.Parse($"def Setup():\n{Rest}")), Algebra.Simplify(ProgramParser.Parse($"def Setup():\n {setup}\n{Rest}")));
    }

    [Fact]
    public void A_mean_of_equal_numbers_may_round_and_stays()
    {
        var program = ProgramParser.Parse("def Setup():\n s2 = 0.1; v1 = bcast(s2); s3 = mean(v1)\ndef Predict():\n s1 = mean(v0); s1 = s1 * s3\ndef Learn():");
        Assert.Equal(5, Algebra.Simplify(program).Length);
    }

    [Fact]
    public void What_a_memory_was_before_is_not_lost()
    {
        var program = ProgramParser.Parse("def Setup():\n s2 = 0.1\ndef Predict():\n s3 = s2 + s4; s5 = mean(v0); s2 = s5 + s4; s1 = s3 + s2\ndef Learn():");
        Check(program, TaskKind.Regression, 4, 0);
    }

    [Fact]
    public void Predictions_stay_the_same_bit_for_bit()
    {
        var (compared, shorter) = (0, 0);
        foreach (var export in ExportCases.All)
        {
            var isMultiClass = export.Settings.Kind == TaskKind.MultiClass;
            var flow = DataFlow.Of(export.Program, isMultiClass);
            if (flow.Values.Where(value => value.Info.IsRandom).GroupBy(value => value.Function).Any(group => group.Count() > 1)) continue;
            var simplified = Check(export.Program, export.Settings.Kind, export.Settings.Dimension, export.Settings.Classes, export);
            compared++;
            if (simplified.Length < EffectiveProgram.Create(export.Program, isMultiClass).Program.Length) shorter++;
        }

        Assert.True(compared > 40, $"{compared} compared");
        Assert.True(shorter > 10, $"{shorter} shorter");
    }

    private static Program Check(Program program, TaskKind kind, int dimension, int classes, ExportCase? export = null)
    {
        var simplified = Algebra.Simplify(program, kind == TaskKind.MultiClass);
        using var before = new Learner(program, kind, dimension, classes, 5);
        using var after = new Learner(simplified, kind, dimension, classes, 5);
        var train = export?.Train ?? [.. Enumerable.Range(0, 10).Select(i => (Enumerable.Range(0, dimension).Select(j => Math.Sin((i * 7) + j)).ToArray(), (double)i))];
        foreach (var (row, label) in train)
        {
            before.Learn(row, label);
            after.Learn(row, label);
            Assert.True(before.PredictScores(row).SequenceEqual(after.PredictScores(row)), $"{program}\n{simplified}");
        }

        return simplified;
    }

    private static Program InPredict(string lines) => ProgramParser.Parse($"def Setup():\ndef Predict():\n {lines}\ndef Learn():");
}
