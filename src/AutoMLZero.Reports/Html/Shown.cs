using System.Globalization;
using AutoMLZero.Reports.Statistics;

namespace AutoMLZero.Reports.Html;

/// <summary>Numbers as people read them, the same in every country.</summary>
internal static class Shown
{
    /// <summary>A count, its digits in groups.</summary>
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A fitness; a dash when there is none.</summary>
    public static string Fitness(double? fitness) => fitness?.ToString("0.000000", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A difference in fitness with its sign.</summary>
    public static string Difference(double difference) => difference.ToString("+0.000000;−0.000000;0.000000", CultureInfo.InvariantCulture);

    /// <summary>A small number in few digits; a dash when there is none.</summary>
    public static string Error(double? error) => error?.ToString("0.0e+0", CultureInfo.InvariantCulture).Replace('-', '−') ?? "–";

    /// <summary>A cost, the digits in groups.</summary>
    public static string Cost(double cost) => cost.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>A time in its two largest units.</summary>
    public static string Of(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours} h {time.Minutes} min")
        : time.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");

    /// <summary>A probability; a dash when there is none.</summary>
    public static string Probability(double? probability) => probability switch
    {
        null => "–",
        < 0.0001 => "< 0.0001",
        { } value => value.ToString("0.0000", CultureInfo.InvariantCulture),
    };

    /// <summary>A mean difference with its 95 % interval.</summary>
    public static string Interval(PairedDifference difference) => difference.HalfWidth is { } half
        ? $"{Difference(difference.Mean - half)} to {Difference(difference.Mean + half)}"
        : "–";
}
