using System.Globalization;

namespace AutoMLZero.Data.Csv;

/// <summary>Numbers of things, as people say them.</summary>
internal static class Counted
{
    /// <summary>Such as <c>1 row</c> or <c>2 rows</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="thing">What, in the singular.</param>
    public static string Of(int count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
