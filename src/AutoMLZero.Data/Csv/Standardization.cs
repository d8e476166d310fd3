namespace AutoMLZero.Data.Csv;

/// <summary>Makes numbers have the mean 0 and the standard deviation 1, as they were seen in the training rows.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Scale">Their standard deviation, that of the population; more than 0.</param>
public readonly record struct Standardization(double Mean, double Scale)
{
    private const double LeastScale = 1e-100;
    private const double LeastRelativeScale = 1e-14;

    /// <summary>The one that changes no number.</summary>
    public static Standardization None { get; } = new(0, 1);

    /// <summary>A number in units of the standard deviation from the mean.</summary>
    /// <param name="value">The number.</param>
    public double Apply(double value) => (value - Mean) / Scale;

    /// <summary>The number that <see cref="Apply"/> was given.</summary>
    /// <param name="standardized">What it made of it.</param>
    public double Invert(double standardized) => (standardized * Scale) + Mean;

    /// <summary>That of numbers; null when they do not differ by more than rounding.</summary>
    /// <param name="values">The numbers, at least one, all finite.</param>
    internal static Standardization? Of(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        var mean = sum / values.Length;
        var squares = 0.0;
        foreach (var value in values) squares += (value - mean) * (value - mean);
        var scale = Math.Sqrt(squares / values.Length);
        var differ = values.IndexOfAnyExcept(values[0]) >= 0 && scale > Math.Max(LeastScale, Math.Abs(mean) * LeastRelativeScale);
        return differ ? new Standardization(mean, scale) : null;
    }
}
