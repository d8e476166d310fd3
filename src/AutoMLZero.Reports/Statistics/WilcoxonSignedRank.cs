using System.Collections.Immutable;

namespace AutoMLZero.Reports.Statistics;

/// <summary>
/// The signed-rank test of Wilcoxon (1945), two-sided: whether paired differences are as likely above 0 as below. Differences of 0 are left out, equal
/// sizes share their mean rank.
/// </summary>
/// <param name="Pairs">Number of differences that are not 0.</param>
/// <param name="Zeros">Number of differences that are 0.</param>
/// <param name="PositiveRanks">Sum of the ranks of differences above 0.</param>
/// <param name="PValue">
/// The probability, in [0, 1], of rank sums at least as unequal when signs are random: exact, given the ranks, up to <see cref="ExactUpTo"/> pairs, by
/// the normal distribution with corrections for continuity and ties beyond.
/// </param>
/// <param name="IsExact">Whether the probability is exact.</param>
public sealed record WilcoxonSignedRank(int Pairs, int Zeros, double PositiveRanks, double PValue, bool IsExact)
{
    /// <summary>The largest number of pairs for which the probability is exact.</summary>
    public const int ExactUpTo = 200;

    /// <summary>The name of the test, for reports.</summary>
    public string Name => $"Wilcoxon signed-rank test, two-sided, {(IsExact ? "exact" : "normal approximation")}";

    /// <summary>Tests differences; null when there are none but zeros, of which the test can say nothing.</summary>
    /// <param name="differences">The paired differences, all finite.</param>
    public static WilcoxonSignedRank? Test(ReadOnlySpan<double> differences)
    {
        double[] sizes = [.. differences.ToArray().Where(difference => difference != 0)];
        if (sizes.Length == 0) return null;
        Array.Sort(sizes, (a, b) => Math.Abs(a).CompareTo(Math.Abs(b)));
        var doubled = DoubledRanks(sizes);
        var positive = doubled.Where((_, i) => sizes[i] > 0).Sum();
        var isExact = sizes.Length <= ExactUpTo;
        var probability = isExact ? Exact(doubled, positive) : Normal(doubled, positive);
        return new WilcoxonSignedRank(sizes.Length, differences.Length - sizes.Length, positive / 2.0, Math.Min(1, probability), isExact);
    }

    /// <summary>Twice the ranks, which are whole numbers with ties, too.</summary>
    private static ImmutableArray<int> DoubledRanks(double[] sorted)
    {
        var ranks = new int[sorted.Length];
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && Math.Abs(sorted[end]) == Math.Abs(sorted[start])) end++;
            Array.Fill(ranks, start + 1 + end, start, end - start);
            start = end;
        }

        return [.. ranks];
    }

    /// <summary>The distribution of the rank sum, one rank after the other: each is in the sum with probability 1/2.</summary>
    private static double Exact(ImmutableArray<int> ranks, int positive)
    {
        var total = ranks.Sum();
        var probabilities = new double[total + 1];
        probabilities[0] = 1;
        foreach (var rank in ranks)
        {
            for (var sum = total; sum >= 0; sum--) probabilities[sum] = (probabilities[sum] + (sum < rank ? 0 : probabilities[sum - rank])) / 2;
        }

        return 2 * probabilities.AsSpan(0, Math.Min(positive, total - positive) + 1).ToArray().Sum();
    }

    private static double Normal(ImmutableArray<int> ranks, int positive)
    {
        var mean = ranks.Sum() / 4.0;
        var variance = ranks.Sum(rank => rank / 2.0 * (rank / 2.0)) / 4;
        var deviation = Math.Max(0, Math.Abs((positive / 2.0) - mean) - 0.5);
        return 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -deviation / Math.Sqrt(variance));
    }
}
