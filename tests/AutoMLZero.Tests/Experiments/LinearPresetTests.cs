using AutoMLZero.Experiments;

namespace AutoMLZero.Tests.Experiments;

/// <summary>The main job from end to end: linear regression is discovered from random programs.</summary>
public class LinearPresetTests
{
    /// <summary>Of the seeds 1 to 20 the one that is solved by the fewest individuals: some 71,000.</summary>
    private const ulong Seed = 3;

    [Fact]
    public void Evolution_discovers_linear_regression()
    {
        var result = Run(Specs.Linear());
        Assert.Equal(StopReason.Solved, result.Stop);
        Assert.InRange(result.SearchFitness!.Value, 0.9999, 1);
        Assert.InRange(result.SelectFitness!.Value, 0.9999, 1);
        Assert.True(result.TestFitness > 0.9999, $"{result.TestFitness} on unseen tasks with\n{result.Program}");
    }

    [Fact]
    public void Two_runs_give_the_same_result()
    {
        var spec = Specs.Linear(("budget", """{"individuals": 20000}"""), ("experimentLength", "12000"));
        var result = Run(spec);
        Assert.Equal((StopReason.BudgetSpent, 2, 20_000), (result.Stop, result.Experiments, result.Counters.Individuals));
        Assert.Equal(result, Run(spec));
    }

    private static SearchResult Run(ExperimentSpec spec) =>
        new ExperimentSeries(spec, Seed, new ManualTime(TimeSpan.Zero)).Run(TestContext.Current.CancellationToken);
}
