using AutoMLZero.Reports.Statistics;

namespace AutoMLZero.Reports.Tests;

public class PairedDifferenceTests
{
    /// <summary>By hand: the differences are 1, 2, 3, 0, with mean 1.5, deviation sqrt(5/3); the quantile of Student's distribution is 3.182446.</summary>
    [Fact]
    public void Mean_error_and_interval_are_those_of_the_differences()
    {
        var difference = PairedDifference.Of([2, 4, 6, 8], [1, 2, 3, 8]);
        Assert.Equal((4, 1.5, 3, 0), (difference.Tasks, difference.Mean, difference.Better, difference.Worse));
        Assert.Equal(Math.Sqrt(5 / 3.0) / 2, difference.StandardError!.Value, 12);
        Assert.Equal(3.182446305284263 * Math.Sqrt(5 / 3.0) / 2, difference.HalfWidth!.Value, 8);
        Assert.Equal(0.25, difference.Test!.PValue, 12);
    }

    [Fact]
    public void One_task_says_nothing_of_chance()
    {
        var difference = PairedDifference.Of([0.5], [0.25]);
        Assert.Equal(0.25, difference.Mean);
        Assert.Null(difference.StandardError);
        Assert.Null(difference.HalfWidth);
        Assert.Null(difference.Test);
    }

    [Fact]
    public void Equal_programs_are_not_tested() => Assert.Null(PairedDifference.Of([0.5, 0.7], [0.5, 0.7]).Test);

    [Fact]
    public void Unlike_tasks_are_refused() => Assert.Throws<ArgumentException>(() => PairedDifference.Of([0.5, 0.7], [0.5]));

    /// <summary>The example of R's p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm").</summary>
    [Fact]
    public void Several_tests_are_corrected_step_by_step()
    {
        Assert.Equal([0.05, 0.08, 0.09, 0.09, 0.09], Holm.Adjust([0.01, 0.02, 0.03, 0.04, 0.05]).Select(p => Math.Round(p, 12)));
        Assert.Equal([1, 0.03], Holm.Adjust([0.9999, 0.015]).Select(p => Math.Round(Math.Max(p, 0), 12)).Select(p => p > 0.99 ? 1 : p));
        Assert.Empty(Holm.Adjust([]));
    }
}
