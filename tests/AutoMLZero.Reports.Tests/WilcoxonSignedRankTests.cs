using AutoMLZero.Reports.Statistics;
using CsCheck;

namespace AutoMLZero.Reports.Tests;

public class WilcoxonSignedRankTests
{
    /// <summary>Differences in height of Darwin's 15 pairs of maize plants, in eighths of an inch; the value is that of scipy.stats.wilcoxon 1.10.</summary>
    [Fact]
    public void Darwins_maize_has_the_known_probability()
    {
        var test = WilcoxonSignedRank.Test([49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48])!;
        Assert.Equal(24, 120 - test.PositiveRanks);
        Assert.True(test.IsExact);
        Assert.Equal(0.041259765625, test.PValue, 15);
    }

    [Fact]
    public void Many_pairs_have_the_known_probability_by_the_normal_distribution()
    {
        double[] differences = [.. Enumerable.Range(1, 520).Select(i => ((i * 37) % 521) - 235.5)];
        var test = WilcoxonSignedRank.Test(differences)!;
        Assert.False(test.IsExact);
        Assert.Equal(0.00030210741676863374, test.PValue, 12);
        Assert.Contains("normal approximation", test.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Exact_and_approximate_probabilities_of_100_pairs_are_close()
    {
        double[] differences = [.. Enumerable.Range(1, 100).Select(i => ((i * 37) % 101) - 45.5)];
        var test = WilcoxonSignedRank.Test(differences)!;
        Assert.True(test.IsExact);
        Assert.Equal(0.10097699970952419, test.PValue, 0.002);
    }

    /// <summary>All ways to choose signs, counted.</summary>
    [Fact]
    public void Few_pairs_with_ties_have_the_probability_of_all_signs() => Gen.Int[-4, 4].Array[1, 9].Sample(whole =>
    {
        double[] differences = [.. whole.Select(value => (double)value)];
        var test = WilcoxonSignedRank.Test(differences);
        double[] sizes = [.. differences.Where(value => value != 0).Select(Math.Abs)];
        if (sizes.Length == 0)
        {
            Assert.Null(test);
            return;
        }

        double[] ranks = [.. sizes.Select(size => sizes.Count(other => other < size) + ((sizes.Count(other => other == size) + 1) / 2.0))];
        var observed = Unequal(differences.Where(value => value != 0).Zip(ranks).Where(pair => pair.First > 0).Sum(pair => pair.Second));
        var all = 1 << sizes.Length;
        var atLeast = Enumerable.Range(0, all).Count(signs => Unequal(ranks.Where((_, i) => (signs & (1 << i)) != 0).Sum()) >= observed);
        Assert.Equal((double)atLeast / all, test!.PValue, 12);
        Assert.Equal(differences.Length - sizes.Length, test.Zeros);

        double Unequal(double positive) => Math.Abs(positive - (ranks.Sum() / 2));
    });

    [Fact]
    public void Swapping_sides_changes_nothing() => Gen.Double[-1, 1].Array[1, 250].Sample(differences =>
    {
        var (test, swapped) = (WilcoxonSignedRank.Test(differences), WilcoxonSignedRank.Test([.. differences.Select(difference => -difference)]));
        Assert.Equal(test?.PValue ?? 1, swapped?.PValue ?? 1, 12);
    });
}
