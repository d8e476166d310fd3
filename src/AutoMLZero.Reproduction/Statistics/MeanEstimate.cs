namespace AutoMLZero.Reproduction.Statistics;

/// <summary>A mean of independent numbers.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardError">Its standard error; NaN for one number.</param>
/// <param name="Count">How many numbers there are.</param>
public sealed record MeanEstimate(double Mean, double StandardError, int Count)
{
    /// <summary>The 95 % interval by Student's t distribution; without bounds for one number.</summary>
    public Interval Interval
    {
        get
        {
            if (Count < 2) return new(double.NegativeInfinity, double.PositiveInfinity);
            var halfWidth = StudentDistribution.Quantile95(Count - 1) * StandardError;
            return new(Mean - halfWidth, Mean + halfWidth);
        }
    }

    /// <summary>The mean of some numbers.</summary>
    /// <param name="values">The numbers, at least one.</param>
    public static MeanEstimate Of(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var mean = values.Sum() / values.Count;
        var squares = values.Sum(value => (value - mean) * (value - mean));
        return new MeanEstimate(mean, Math.Sqrt(squares / (values.Count - 1) / values.Count), values.Count);
    }

    /// <summary>The mean difference of pairs of numbers.</summary>
    /// <param name="first">The numbers to subtract from.</param>
    /// <param name="second">As many others, to subtract.</param>
    public static MeanEstimate OfDifferences(IReadOnlyCollection<double> first, IReadOnlyCollection<double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count) throw new ArgumentException($"There are {first.Count} and {second.Count} numbers, expected pairs.", nameof(second));
        return Of([.. first.Zip(second, (one, other) => one - other)]);
    }
}
