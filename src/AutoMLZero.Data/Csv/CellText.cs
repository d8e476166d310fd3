using System.Globalization;

namespace AutoMLZero.Data.Csv;

/// <summary>What the text of a cell means.</summary>
internal static class CellText
{
    /// <summary>Larger numbers are refused: the variance of a column must stay finite.</summary>
    public const double LargestNumber = 1e100;

    private static readonly string[] MissingWords = ["na", "n/a", "nan", "null", "?"];

    /// <summary>Whether a cell says that its value is not known: empty, <c>NA</c>, <c>N/A</c>, <c>NaN</c>, <c>null</c> or <c>?</c>.</summary>
    /// <param name="cell">The text without surrounding blanks.</param>
    public static bool IsMissing(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty) return true;
        if (cell.Length > 4) return false;
        foreach (var word in MissingWords)
        {
            if (cell.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>Reads a number.</summary>
    /// <param name="cell">The text without surrounding blanks.</param>
    /// <param name="allowsDecimalComma">Whether <c>1,5</c> is one and a half; else only <c>1.5</c> is.</param>
    /// <param name="number">The number, which may be infinite.</param>
    public static bool TryNumber(ReadOnlySpan<char> cell, bool allowsDecimalComma, out double number)
    {
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number)) return true;
        if (!allowsDecimalComma || cell.Length > 64 || cell.Count(',') != 1) return false;
        Span<char> withPoint = stackalloc char[cell.Length];
        cell.Replace(withPoint, ',', '.');
        return double.TryParse(withPoint, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }
}
