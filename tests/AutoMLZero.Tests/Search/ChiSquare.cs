namespace AutoMLZero.Tests.Search;

/// <summary>Pearson's chi-square test at the level of 1 in 10,000; seeds are fixed, so that a test passes always or never.</summary>
internal static class ChiSquare
{
    private const double Quantile = 3.719;

    /// <summary>The deciles of the standard normal distribution.</summary>
    public static readonly double[] NormalDeciles =
        [-1.2815516, -0.8416212, -0.5244005, -0.2533471, 0, 0.2533471, 0.5244005, 0.8416212, 1.2815516];

    public static void AssertFrequencies(IReadOnlyList<long> observed, IReadOnlyList<double> probabilities)
    {
        Assert.Equal(probabilities.Count, observed.Count);
        Assert.Equal(1, probabilities.Sum(), 1e-9);
        var total = observed.Sum();
        var statistic = 0.0;
        for (var i = 0; i < observed.Count; i++)
        {
            var expected = probabilities[i] * total;
            Assert.True(expected >= 5, $"class {i} is too rare to test: {expected}");
            statistic += (observed[i] - expected) * (observed[i] - expected) / expected;
        }

        var critical = Critical(observed.Count - 1);
        Assert.True(statistic <= critical, $"chi-square is {statistic}, critical is {critical}, observed [{string.Join(", ", observed)}]");
    }

    public static void AssertUniform(IReadOnlyList<long> observed) =>
        AssertFrequencies(observed, [.. observed.Select(_ => 1.0 / observed.Count)]);

    /// <summary>Draws numbers and tests that they are uniform in [low, high).</summary>
    public static void AssertUniform(Func<double> draw, double low, double high)
    {
        var bins = new long[20];
        for (var i = 0; i < 100_000; i++)
        {
            var value = draw();
            Assert.InRange(value, low, Math.BitDecrement(high));
            bins[(int)((value - low) / (high - low) * bins.Length)]++;
        }

        AssertUniform(bins);
    }

    /// <summary>Tests that numbers are standard normal.</summary>
    public static void AssertNormal(IEnumerable<double> values)
    {
        var bins = new long[NormalDeciles.Length + 1];
        foreach (var value in values) bins[NormalDeciles.Count(decile => decile <= value)]++;
        AssertUniform(bins);
    }

    /// <summary>The critical value by the approximation of Wilson and Hilferty.</summary>
    private static double Critical(int degrees)
    {
        var share = 2.0 / (9 * degrees);
        return degrees * Math.Pow(1 - share + (Quantile * Math.Sqrt(share)), 3);
    }
}
