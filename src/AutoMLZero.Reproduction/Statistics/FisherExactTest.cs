using System.Numerics;

namespace AutoMLZero.Reproduction.Statistics;

/// <summary>
/// Fisher's exact test of whether a success is as probable in one group of trials as in another. All in whole numbers, but for the last division.
/// </summary>
public static class FisherExactTest
{
    /// <summary>The probability of at least so many successes in the first group, given all successes, when groups do not differ.</summary>
    /// <param name="first">Successes in the first group.</param>
    /// <param name="ofFirst">Trials of the first group.</param>
    /// <param name="second">Successes in the second group.</param>
    /// <param name="ofSecond">Trials of the second group.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more successes than trials, or a number is negative.</exception>
    public static double Greater(int first, int ofFirst, int second, int ofSecond) =>
        Sum(first, ofFirst, second, ofSecond, (successes, _, _) => successes >= first);

    /// <summary>The probability of what was seen and all that is not more probable, when groups do not differ.</summary>
    /// <param name="first">Successes in the first group.</param>
    /// <param name="ofFirst">Trials of the first group.</param>
    /// <param name="second">Successes in the second group.</param>
    /// <param name="ofSecond">Trials of the second group.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more successes than trials, or a number is negative.</exception>
    public static double TwoSided(int first, int ofFirst, int second, int ofSecond) =>
        Sum(first, ofFirst, second, ofSecond, (_, ways, seen) => ways <= seen);

    private static double Sum(int first, int ofFirst, int second, int ofSecond, Func<int, BigInteger, BigInteger, bool> counts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, ofFirst);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(second, ofSecond);
        var all = first + second;
        BigInteger Ways(int successes) => Choose(ofFirst, successes) * Choose(ofSecond, all - successes);
        var seen = Ways(first);
        var sum = BigInteger.Zero;
        for (var successes = Math.Max(0, all - ofSecond); successes <= Math.Min(all, ofFirst); successes++)
        {
            var ways = Ways(successes);
            if (counts(successes, ways, seen)) sum += ways;
        }

        return Ratio(sum, Choose(ofFirst + ofSecond, all));
    }

    private static BigInteger Choose(int all, int chosen)
    {
        var ways = BigInteger.One;
        for (var i = 1; i <= chosen; i++) ways = ways * (all - chosen + i) / i;
        return ways;
    }

    private static double Ratio(BigInteger part, BigInteger all)
    {
        const int Digits = 60;
        return part.IsZero ? 0 : (double)((part << Digits) / all) / (1L << Digits) is var ratio and > 0 ? ratio : double.Epsilon;
    }
}
