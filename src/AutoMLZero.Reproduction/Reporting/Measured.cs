using System.Globalization;
using AutoMLZero.Reproduction.Statistics;

namespace AutoMLZero.Reproduction.Reporting;

/// <summary>A measured number with its 95 % interval.</summary>
/// <param name="Value">The number; null when it is not known, but for an end of the interval.</param>
/// <param name="Low">Lower end of the interval; null when there is none.</param>
/// <param name="High">Upper end of the interval; null when there is none.</param>
/// <param name="Text">All of it for people.</param>
public sealed record Measured(double? Value, double? Low, double? High, string Text)
{
    /// <summary>A number without an interval.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Digits after the point.</param>
    /// <param name="unit">What follows the number.</param>
    public static Measured Of(double value, int decimals, string unit = "") => new(value, null, null, Show(value, decimals) + unit);

    /// <summary>A number with its interval.</summary>
    /// <param name="value">The number.</param>
    /// <param name="interval">The interval.</param>
    /// <param name="decimals">Digits after the point.</param>
    public static Measured Of(double value, Interval interval, int decimals) => (double.IsFinite(value), double.IsFinite(interval.High)) switch
    {
        (true, true) => new(value, interval.Low, interval.High, $"{Show(value, decimals)} ({Show(interval.Low, decimals)} to {Show(interval.High, decimals)})"),
        (true, false) => new(value, interval.Low, null, $"{Show(value, decimals)} (at least {Show(interval.Low, decimals)})"),
        _ => new(null, interval.Low, null, $"at least {Show(interval.Low, decimals)}"),
    };

    /// <summary>A count of trials with the interval of their probability.</summary>
    /// <param name="successes">Trials that succeeded.</param>
    /// <param name="trials">All trials.</param>
    public static Measured Count(long successes, long trials)
    {
        var interval = ClopperPearson.Of(successes, trials);
        return new(
            (double)successes / trials, interval.Low, interval.High, $"{successes}/{trials} ({Show(100 * interval.Low, 1)} to {Show(100 * interval.High, 1)} %)");
    }

    /// <summary>A mean with its interval, in percent.</summary>
    /// <param name="mean">The mean of numbers in [0, 1], or of their differences.</param>
    /// <param name="withSign">Whether it is a difference, shown with its sign.</param>
    public static Measured Percent(MeanEstimate mean, bool withSign = false)
    {
        ArgumentNullException.ThrowIfNull(mean);
        var sign = withSign && mean.Mean >= 0 ? "+" : "";
        var spread = mean.Count > 1 ? $" +- {Show(100 * mean.StandardError, 2)}" : "";
        return new(mean.Mean, mean.Interval.Low, mean.Interval.High, $"{sign}{Show(100 * mean.Mean, 2)} %{spread} (n = {mean.Count})");
    }

    private static string Show(double value, int decimals) => value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
