namespace AutoMLZero.Experiments;

/// <summary>What is known of a probability after independent trials.</summary>
internal static class BinomialInterval
{
    private const double Quantile = 1.959963984540054;
    private const double OneSidedRisk = 0.05;

    /// <summary>
    /// The 95 % interval of Wilson (1927). When no trial or every trial succeeded it is the exact one-sided bound: the probability
    /// with which that happens in 5 % of cases. Without trials nothing is known: 0 to 1.
    /// </summary>
    /// <param name="successes">Number of successes.</param>
    /// <param name="trials">Number of trials.</param>
    public static (double Low, double High) Of(long successes, long trials)
    {
        if (trials == 0) return (0, 1);
        if (successes == 0) return (0, -double.ExpM1(Math.Log(OneSidedRisk) / trials));
        if (successes == trials) return (Math.Pow(OneSidedRisk, 1.0 / trials), 1);
        var share = (double)successes / trials;
        var spread = Quantile * Quantile / trials;
        var center = (share + (spread / 2)) / (1 + spread);
        var halfWidth = Math.Sqrt((share * (1 - share) * spread) + (spread * spread / 4)) / (1 + spread);
        return (center - halfWidth, center + halfWidth);
    }
}
