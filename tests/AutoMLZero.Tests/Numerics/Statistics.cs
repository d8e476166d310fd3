namespace AutoMLZero.Tests.Numerics;

/// <summary>Statistics whose limits a right generator misses once in about 10^4 seeds.</summary>
internal static class Statistics
{
    /// <summary>Of a standard normal number, on both sides.</summary>
    public const double NormalLimit = 3.9;

    /// <summary>Of Kolmogorov and Smirnov's distance times the root of the count.</summary>
    public const double DistanceLimit = 2.23;

    public static void AssertMoments(double[] numbers, double mean, double variance, double fourthMoment)
    {
        var root = Math.Sqrt(numbers.Length);
        var actualMean = numbers.Average();
        var actualVariance = numbers.Average(x => (x - mean) * (x - mean));
        Assert.InRange((actualMean - mean) * root / Math.Sqrt(variance), -NormalLimit, NormalLimit);
        Assert.InRange((actualVariance - variance) * root / Math.Sqrt(fourthMoment - (variance * variance)), -NormalLimit, NormalLimit);
    }

    public static void AssertDistribution(double[] numbers, Func<double, double> cumulative)
    {
        var sorted = numbers.Order().ToArray();
        var distance = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var expected = cumulative(sorted[i]);
            distance = Math.Max(distance, Math.Max(expected - ((double)i / sorted.Length), ((i + 1.0) / sorted.Length) - expected));
        }

        Assert.InRange(distance * Math.Sqrt(sorted.Length), 0.2, DistanceLimit);
    }

    public static void AssertUncorrelated(double[] left, double[] right)
    {
        var (leftMean, rightMean) = (left.Average(), right.Average());
        var (product, leftSquare, rightSquare) = (0.0, 0.0, 0.0);
        for (var i = 0; i < left.Length; i++)
        {
            product += (left[i] - leftMean) * (right[i] - rightMean);
            leftSquare += (left[i] - leftMean) * (left[i] - leftMean);
            rightSquare += (right[i] - rightMean) * (right[i] - rightMean);
        }

        Assert.InRange(product / Math.Sqrt(leftSquare * rightSquare) * Math.Sqrt(left.Length), -NormalLimit, NormalLimit);
    }

    /// <summary>The normal distribution, by the series of its integral from the middle.</summary>
    public static double NormalCumulative(double x)
    {
        var (sum, term) = (0.0, x);
        for (var n = 1; sum + term != sum; n++)
        {
            sum += term;
            term *= x * x / ((2 * n) + 1);
        }

        return 0.5 + (sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
    }
}
