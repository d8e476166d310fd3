namespace AutoMLZero.Data.Csv;

/// <summary>How a CSV file separates its cells, and whether its first row names the columns.</summary>
/// <param name="Delimiter">A comma, semicolon, tab or vertical bar.</param>
/// <param name="HasHeader">Whether the first row names the columns.</param>
internal sealed record CsvDialect(char Delimiter, bool HasHeader)
{
    private const int MostLines = 100;

    /// <summary>In order of preference: in a file with decimal commas, commas are as regular as semicolons.</summary>
    private static readonly char[] Delimiters = ['\t', ';', '|', ','];

    /// <summary>Whether numbers may be written with a decimal comma.</summary>
    public bool AllowsDecimalComma => Delimiter == ';';

    /// <summary>
    /// The delimiter of a text: the one that the first line has and that most other lines have equally often; a comma when there is none.
    /// </summary>
    /// <param name="beginning">The beginning of the text; its last line may be cut off.</param>
    public static char DetectDelimiter(ReadOnlySpan<char> beginning)
    {
        var (best, bestShare) = (',', 0.0);
        foreach (var delimiter in Delimiters)
        {
            var share = ShareOfLikeLines(beginning, delimiter);
            if (share > bestShare) (best, bestShare) = (delimiter, share);
        }

        return best;
    }

    /// <summary>
    /// Whether the first row is a header: a row with a number in it is data, unless the row names the target by a word.
    /// </summary>
    /// <param name="firstRow">The cells of the first row.</param>
    /// <param name="target">What the user calls the target; null when there is none.</param>
    /// <param name="allowsDecimalComma">Whether numbers may be written with a decimal comma.</param>
    public static bool DetectHeader(IReadOnlyList<string> firstRow, string? target, bool allowsDecimalComma)
    {
        if (target is not null && firstRow.Contains(target) && !CellText.TryNumber(target, allowsDecimalComma, out _)) return true;
        return !firstRow.Any(cell => CellText.TryNumber(cell, allowsDecimalComma, out _));
    }

    private static double ShareOfLikeLines(ReadOnlySpan<char> text, char delimiter)
    {
        var (lines, alike, expected) = (0, 0, 0);
        while (!text.IsEmpty && lines < MostLines)
        {
            var (count, length) = CountInLine(text, delimiter);
            text = text[length..];
            var isBlank = length <= 2 && count == 0;
            var isCutOff = text.IsEmpty && lines > 0;
            if (isBlank || isCutOff) continue;
            if (lines++ == 0) expected = count;
            if (count == expected) alike++;
        }

        return expected == 0 ? 0 : (double)alike / lines;
    }

    private static (int Count, int Length) CountInLine(ReadOnlySpan<char> text, char delimiter)
    {
        var (count, isQuoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') isQuoted = !isQuoted;
            else if (isQuoted) continue;
            else if (text[i] == delimiter) count++;
            else if (text[i] is '\n' or '\r') return (count, i + 1);
        }

        return (count, text.Length);
    }
}
