using AutoMLZero.Execution;
using AutoMLZero.Language;

namespace AutoMLZero.Tests.Execution;

public class CanonicalCacheTests
{
    private const int Individuals = 8000;

    /// <summary>Alone, with a functional cache that forgets much, with hurdles, and with both.</summary>
    public static TheoryData<bool, bool, int> Others => new()
    {
        { false, false, 100_000 }, { false, false, 50 }, { true, false, 100_000 }, { false, true, 100_000 }, { false, true, 50 }, { true, true, 100_000 },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void It_changes_no_result(bool functional, bool hurdles, int capacity)
    {
        var without = new EarlyExits
        {
            FunctionalCache = functional ? new() { TrainExamples = 3, ValidExamples = 2, Capacity = 20 } : null,
            Hurdles = hurdles ? EarlyExitRuns.Hurdles : null,
        };
        var expected = EarlyExitRuns.Run(without, Individuals);
        var found = EarlyExitRuns.Run(without with { CanonicalCache = new() { Capacity = capacity } }, Individuals);
        Assert.Equal(expected.Population, found.Population);
        Assert.Equal(expected.Best, found.Best);
        Assert.True(found.Counters.Evaluated < expected.Counters.Evaluated);
        Assert.True(found.Counters.Cached > expected.Counters.Cached);
        Assert.Equal(Individuals, found.Counters.Cached + found.Counters.Partial + found.Counters.Evaluated);
    }

    [Fact]
    public void A_program_is_recognized_whatever_its_introns_names_and_order()
    {
        using var evaluator = Evaluators.Create(EarlyExitRuns.Tasks, new EvaluationSettings(), new EarlyExits { CanonicalCache = new() });
        var other = ProgramParser.Parse(
            """
            def Setup():
              s7 = 0.01
              v5 = gaussian(0, 1)
            def Predict():
              s1 = dot(v0, v4)
            def Learn():
              s5 = s0 - s1
              s5 = s5 * s7
              v2 = s5 * v0
              v4 = v4 + v2
            """);
        var first = evaluator.Evaluate(BuiltInPrograms.Linear);
        Assert.Equal(EvaluationOutcome.Evaluated, first.Outcome);
        Assert.Equal(first with { Outcome = EvaluationOutcome.Cached }, evaluator.Evaluate(other));
        Assert.Equal(EvaluationOutcome.Evaluated, evaluator.Evaluate(BuiltInPrograms.Affine).Outcome);
    }
}
