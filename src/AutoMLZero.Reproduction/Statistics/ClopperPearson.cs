using AutoMLZero.Numerics;

namespace AutoMLZero.Reproduction.Statistics;

/// <summary>The exact 95 % interval of a probability after independent trials (Clopper and Pearson, 1934).</summary>
public static class ClopperPearson
{
    private const double Risk = 0.025;
    private const int Halvings = 200;

    /// <summary>The interval. It is found by halving, from sums of binomial probabilities.</summary>
    /// <param name="successes">Trials that succeeded, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">All trials, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Interval Of(long successes, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (2 * successes > trials) return Of(trials - successes, trials) is var other ? new(1 - other.High, 1 - other.Low) : default;
        var low = successes == 0 ? 0 : Root(p => 1 - AtMost(successes - 1, trials, p) < Risk);
        var high = successes == trials ? 1 : Root(p => AtMost(successes, trials, p) > Risk);
        return new(low, high);
    }

    private static double Root(Func<double, bool> isBelow)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < Halvings && low < high; i++)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high) break;
            if (isBelow(middle)) low = middle;
            else high = middle;
        }

        return low;
    }

    /// <summary>The probability of at most so many successes; terms follow from each other, as logarithms because the first may be tiny.</summary>
    private static double AtMost(long successes, long trials, double probability)
    {
        if (probability >= 1) return successes >= trials ? 1 : 0;
        var term = trials * LogOneMinus(probability);
        var odds = Elementary.Log(probability) - LogOneMinus(probability);
        var sum = 0.0;
        for (var i = 0L; i <= successes; i++)
        {
            sum += Elementary.Exp(term);
            term += Elementary.Log((double)(trials - i) / (i + 1)) + odds;
        }

        return Math.Min(1, sum);
    }

    /// <summary>log(1 - p), by its series where p is small.</summary>
    private static double LogOneMinus(double p) => p < 1e-5 ? -p * (1 + (p * (0.5 + (p / 3)))) : Elementary.Log(1 - p);
}
