using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Experiments;

public class LinearGpTests
{
    private static readonly KeyValuePair<string, string>[] WithoutGuards =
        [new("predict.ops", """["ScalarAdd", "ScalarSubtract", "ScalarMultiply", "ScalarDivide", "ScalarSin", "ScalarCos", "ScalarExp", "ScalarLog"]""")];

    [Theory]
    [InlineData("nguyen-1", 0.5, 0.5 + 0.25 + 0.125)]
    [InlineData("nguyen-3", -1, -1)]
    [InlineData("nguyen-4", 1, 6)]
    [InlineData("nguyen-5", 0, -1)]
    [InlineData("nguyen-7", 0, 0)]
    [InlineData("nguyen-8", 4, 2)]
    public void Formulas_have_their_values(string name, double x, double value) =>
        Assert.Equal(value, Formulas.Named(name).Value(new[] { x }), 1e-12);

    private static readonly double[] Point = [0.3, 0.7];

    [Fact]
    public void Formulas_of_two_inputs_have_their_values()
    {
        Assert.Equal(Math.Sin(0.3) + Math.Sin(0.49), Formulas.Named("nguyen-9").Value(Point), 1e-12);
        Assert.Equal(0.3 - 0.7, Formulas.Named("cases").Value(Point), 1e-12);
        Assert.Equal(2 * Math.Sin(0.3) * Math.Cos(0.7), Formulas.Named("nguyen-10").Value(Point), 1e-12);
    }

    [Fact]
    public void Examples_are_exact_and_in_range_and_differ_by_seed()
    {
        foreach (var formula in Formulas.All)
        {
            var valid = FormulaTasks.Create(formula, 50, 3).Tasks[0].Valid;
            for (var i = 0; i < 50; i++) Assert.Equal(formula.Value(valid.Row(i).ToArray()), valid.Labels.Span[i]);
            Assert.All(valid.Features.ToArray(), x => Assert.InRange(x, formula.Low, formula.High));
            Assert.NotEqual(valid.Row(0)[0], FormulaTasks.Create(formula, 50, 4).Tasks[0].Valid.Row(0)[0]);
        }
    }

    [Fact]
    public void A_search_finds_a_formula_and_gives_the_same_each_time()
    {
        var result = new ExperimentSeries(Presets.Load("linear-gp", WithoutGuards), seed: 3).Run(TestContext.Current.CancellationToken);
        Assert.True(result.Success);
        Assert.True(result.TestFitness > 0.999999);
        var again = new ExperimentSeries(Presets.Load("linear-gp", WithoutGuards), seed: 3).Run(TestContext.Current.CancellationToken);
        Assert.Equal(result.Program, again.Program);
        Assert.Equal(result.Counters, again.Counters);
    }

    [Fact]
    public void Guards_are_searched_too()
    {
        var result = new ExperimentSeries(Presets.Load("linear-gp", [new("experimentLength", "3000")]), seed: 1).Run(TestContext.Current.CancellationToken);
        Assert.NotNull(result.Program);
        Assert.True(result.Counters.Rejected > 0, "no program that depends on no feature was rejected");
        using var evaluator = Evaluators.Create(FormulaTasks.Create(Formulas.Named("nguyen-1"), 100, 9), new EvaluationSettings());
        Assert.True(evaluator.Evaluate(result.Program).Fitness > 0.5);
        Assert.True(EffectiveProgram.Create(result.Program).IsStateless);
    }

    [Theory]
    [InlineData("memory.scalars", "3", "at least 4 for label, prediction, 1 features and 1 constants of registers")]
    [InlineData("learn", """{"ops": [1], "initialLength": 1, "maxLength": 1}""", "expected predict to be evolved, learn to be null")]
    [InlineData("strategy.introns", "removed", "expected strategy.introns to be \"kept\"")]
    [InlineData("strategy.construction", "backward", "strategy.construction to be \"random\"")]
    [InlineData("start.program", "linear", "start.program")]
    [InlineData("strategy.crossover", "1.5", "1.5")]
    [InlineData("tasks.search.formula", "nguyen-11", "there is no formula 'nguyen-11', expected one of nguyen-1, nguyen-2")]
    [InlineData("tasks.search.examples", "0", "0")]
    [InlineData("registers.constants", "[\"a\"]", "a")]
    [InlineData("tasks.search.formula", "nguyen-10", "expected tasks of one number of features, found 2 and 1")]
    [InlineData("tasks.search", """{"kind": "mix", "sources": [{"kind": "formula", "formula": "nguyen-1", "examples": 5}]}""", "expected no mix of tasks")]
    public void What_does_not_fit_is_refused(string path, string value, string part)
    {
        var error = Assert.Throws<InputException>(() => Presets.Load("linear-gp", [new(path, value)]));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_spec_reads_back()
    {
        var spec = Presets.Load("linear-gp", [new("registers.constants", "[1, 0.5]")]);
        Assert.Equal(spec, SpecReader.Read(SpecWriter.Write(spec), "written"));
        Assert.Contains("\"IfGreater\"", SpecWriter.Write(spec), StringComparison.Ordinal);
    }
}
