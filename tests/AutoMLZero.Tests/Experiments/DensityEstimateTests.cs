using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Tests.Experiments;

public class DensityEstimateTests
{
    private static readonly ManualTime Standstill = new(TimeSpan.Zero);
    private static readonly ExperimentSpec Spec = Specs.Linear(("tasks.search.count", "1"));

    [Fact]
    public void Acceptable_programs_are_counted()
    {
        // One of six operations in each of two places: 1 in 36.
        var result = Estimate(30_000, program => program.Predict.All(instruction => instruction.Op == Op.VectorAdd) ? 1 : 0);
        Assert.Equal((30_000, 0.9999, false), (result.Samples, result.Threshold, result.Canceled));
        Assert.InRange(result.Density, 0.9 / 36, 1.1 / 36);
        Assert.InRange(1.0 / 36, result.DensityLow, result.DensityHigh);
        Assert.Equal(-Math.Log10(result.Density), result.Difficulty);
        Assert.InRange(result.Difficulty, result.DifficultyLow, result.DifficultyHigh);
    }

    [Fact]
    public void When_none_is_found_the_difficulty_has_a_lower_bound_only()
    {
        var result = Estimate(1000, _ => 0.5);
        Assert.Equal(0, result.Acceptable);
        Assert.Equal(double.PositiveInfinity, result.Difficulty);
        Assert.Equal(-Math.Log10(1 - Math.Pow(0.05, 0.001)), result.DifficultyLow, 1e-9);
        Assert.Equal(double.PositiveInfinity, result.DifficultyHigh);
    }

    [Fact]
    public void Every_ten_thousand_programs_meet_new_tasks_and_the_last_set_is_cut_short()
    {
        var toys = new ToyEvaluators((_, _) => 1);
        Run(20_001, toys);
        Assert.Equal(3, toys.Made.Select(toy => toy.Tasks.Tasks[0].Seed).Distinct().Count());
        Assert.All(toys.Made, toy => Assert.True(toy.IsDisposed));
    }

    [Fact]
    public void The_threshold_itself_is_acceptable()
    {
        var estimate = new DensityEstimate(Spec, 1, Standstill, 0.25, null, new ToyEvaluators((_, _) => 0.25).Factory);
        Assert.Equal(10, estimate.Run(10, TestContext.Current.CancellationToken).Acceptable);
    }

    [Fact]
    public void Cancellation_counts_what_was_drawn()
    {
        using var source = new CancellationTokenSource();
        var drawn = 0;
        var toys = new ToyEvaluators((_, _) =>
        {
            if (++drawn == 12) source.Cancel();
            return 1;
        });
        var result = new DensityEstimate(Spec, 1, Standstill, null, null, toys.Factory).Run(100, source.Token);
        Assert.Equal((12, 12, true), (result.Samples, result.Acceptable, result.Canceled));
    }

    [Fact]
    public void Bad_numbers_are_refused()
    {
        Assert.Equal("the number of samples is 0, expected at least 1", Specs.Complaint(() => Estimate(0, _ => 1)));
        Assert.Equal("the threshold is NaN, expected a fitness from 0 to 1", Specs.Complaint(() => _ = new DensityEstimate(Spec, 1, Standstill, double.NaN)));
    }

    [Theory]
    [InlineData(5, 100, 0.0215, 0.1118)]
    [InlineData(50, 100, 0.4038, 0.5962)]
    [InlineData(100, 100, 0.9705, 1)]
    [InlineData(0, 0, 0, 1)]
    public void The_interval_is_Wilsons(long successes, long trials, double low, double high)
    {
        var interval = BinomialInterval.Of(successes, trials);
        Assert.Equal(low, interval.Low, 5e-5);
        Assert.Equal(high, interval.High, 5e-5);
    }

    private static DensityResult Estimate(long samples, Func<Program, double> judge) => Run(samples, new ToyEvaluators((program, _) => judge(program)));

    private static DensityResult Run(long samples, ToyEvaluators toys) =>
        new DensityEstimate(Spec, 1, Standstill, null, null, toys.Factory).Run(samples, TestContext.Current.CancellationToken);
}
