using System.Globalization;

namespace AutoMLZero.Cli;

/// <summary>Durations as people write them: a number and a unit, <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.</summary>
internal static class DurationText
{
    private const double LongestInDays = 36500;

    /// <summary>Reads a duration of more than nothing and at most a hundred years.</summary>
    /// <param name="text">The text, such as <c>10m</c>.</param>
    /// <param name="duration">The duration.</param>
    /// <returns>Whether the text is such a duration.</returns>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length < 2 || Days(text[^1]) is not { } unit) return false;
        if (!double.TryParse(text.AsSpan(..^1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return false;
        if (!(number * unit <= LongestInDays)) return false;
        duration = TimeSpan.FromDays(number * unit);
        return duration > TimeSpan.Zero;
    }

    private static double? Days(char unit) => unit switch
    {
        's' => 1.0 / 86400,
        'm' => 1.0 / 1440,
        'h' => 1.0 / 24,
        'd' => 1,
        _ => null,
    };
}
