using System.Globalization;

namespace AutoMLZero.Cli;

/// <summary>Numbers and times as people read them, the same in every country.</summary>
internal static class Shown
{
    /// <summary>A count, its digits in groups.</summary>
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A fitness; a dash when there is none.</summary>
    public static string OfFitness(double? fitness) => fitness is { } value ? value.ToString("0.000000", CultureInfo.InvariantCulture) : "-";

    /// <summary>A fitness with its standard error.</summary>
    public static string OfFitness(double? fitness, double? standardError) => standardError is { } error
        ? $"{OfFitness(fitness)} (standard error {error.ToString("0.0e+0", CultureInfo.InvariantCulture)})"
        : OfFitness(fitness);

    /// <summary>A number with three significant digits.</summary>
    public static string Short(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A time in hours, minutes and seconds.</summary>
    public static string Of(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}");

    /// <summary>How many a second.</summary>
    public static string Rate(long count, TimeSpan time) => Of((long)(count / Math.Max(time.TotalSeconds, 1e-3)));
}
