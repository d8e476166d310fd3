using AutoMLZero.Reproduction.Statistics;
using CsCheck;

namespace AutoMLZero.Reproduction.Tests;

public class FisherExactTestTests
{
    [Theory]
    [InlineData(3, 4, 1, 4, 17.0 / 70, 34.0 / 70)] // Fisher's lady tasting tea
    [InlineData(1, 12, 9, 12, 0.99996634809530, 0.002759456185220)] // 24 students, 10 of them studying
    [InlineData(8, 30, 0, 30, 5852925.0 / 2558620845, 11705850.0 / 2558620845)] // C(30, 8) of C(60, 8), in the paper's section 4.3
    [InlineData(0, 5, 0, 5, 1, 1)]
    public void Known_tables_have_known_probabilities(int first, int ofFirst, int second, int ofSecond, double greater, double twoSided)
    {
        Assert.Equal(greater, FisherExactTest.Greater(first, ofFirst, second, ofSecond), 1e-12);
        Assert.Equal(twoSided, FisherExactTest.TwoSided(first, ofFirst, second, ofSecond), 1e-12);
    }

    [Fact]
    public void Both_directions_overlap_in_what_was_seen() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20]).Sample((first, second) =>
        {
            var both = FisherExactTest.Greater(first, 20, second, 20) + FisherExactTest.Greater(20 - first, 20, 20 - second, 20);
            Assert.InRange(both, 1, 2 + 1e-12);
            Assert.InRange(FisherExactTest.TwoSided(first, 20, second, 20), 0, 1 + 1e-12);
        });

    [Fact]
    public void More_successes_than_trials_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FisherExactTest.Greater(3, 2, 0, 5));
}

public class ClopperPearsonTests
{
    [Theory]
    [InlineData(0, 30, 0, 0.115703308)]
    [InlineData(8, 30, 0.122794810, 0.458893651)]
    [InlineData(30, 30, 0.884296692, 1)]
    [InlineData(1, 1, 0.025, 1)]
    [InlineData(5, 10, 0.187086028, 0.812913972)]
    public void Known_counts_have_known_intervals(long successes, long trials, double low, double high)
    {
        var interval = ClopperPearson.Of(successes, trials);
        Assert.Equal(low, interval.Low, 1e-7);
        Assert.Equal(high, interval.High, 1e-7);
    }

    [Fact]
    public void Rare_events_have_the_interval_of_their_poisson_limit()
    {
        var interval = ClopperPearson.Of(10, 1_000_000_000);
        Assert.Equal(4.795389e-9, interval.Low, 1e-14);
        Assert.Equal(18.390356e-9, interval.High, 1e-14);
    }
}

public class MeanEstimateTests
{
    [Theory]
    [InlineData(1, 12.706205)]
    [InlineData(2, 4.302653)]
    [InlineData(4, 2.776445)]
    [InlineData(9, 2.262157)]
    [InlineData(30, 2.042272)]
    [InlineData(1000, 1.962339)]
    public void Students_distribution_has_the_quantiles_of_its_tables(int degrees, double quantile) =>
        Assert.Equal(quantile, StudentDistribution.Quantile95(degrees), 1e-6);

    [Fact]
    public void A_mean_of_differences_is_that_of_pairs()
    {
        var mean = MeanEstimate.OfDifferences([1, 2, 4], [0, 2, 1]);
        Assert.Equal(4.0 / 3, mean.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(7.0 / 3 / 3), mean.StandardError, 1e-12);
        Assert.Equal(4.0 / 3 - (4.302653 * mean.StandardError), mean.Interval.Low, 1e-5);
    }

    [Fact]
    public void One_number_says_nothing_of_its_error() =>
        Assert.Equal(new Interval(double.NegativeInfinity, double.PositiveInfinity), MeanEstimate.Of([0.5]).Interval);
}
