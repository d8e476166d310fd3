namespace AutoMLZero.Cli.Panel;

/// <summary>Draws a curve with characters: braille patterns of 2 by 4 dots each, or stars where a terminal has no Unicode.</summary>
internal static class Chart
{
    private const char EmptyPattern = '\u2800';

    /// <summary>The bits of the dots of a braille pattern, from top to bottom, left and right.</summary>
    private static readonly int[][] Dots = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];

    /// <summary>Draws a curve from the left to the right edge.</summary>
    /// <param name="values">The values, at equal distances; at least one. Where one is not a number, the curve has a gap.</param>
    /// <param name="low">The value at the lower edge.</param>
    /// <param name="high">The value at the upper edge; not below <paramref name="low"/>.</param>
    /// <param name="width">Number of characters of each line, at least 1.</param>
    /// <param name="height">Number of lines, at least 1.</param>
    /// <param name="isUnicode">Whether the terminal has braille patterns.</param>
    /// <returns>The lines, from top to bottom.</returns>
    public static string[] Draw(ReadOnlySpan<double> values, double low, double high, int width, int height, bool isUnicode)
    {
        var (across, down) = isUnicode ? (2, 4) : (1, 1);
        var dots = Plot(values, low, high, width * across, height * down);
        return [.. Enumerable.Range(0, height).Select(line => string.Concat(Enumerable.Range(0, width).Select(
            column => isUnicode ? Pattern(dots, column * 2, line * 4) : dots[column, line] ? '*' : ' ')))];
    }

    private static bool[,] Plot(ReadOnlySpan<double> values, double low, double high, int columns, int rows)
    {
        var dots = new bool[columns, rows];
        int? before = null;
        for (var column = 0; column < columns; column++)
        {
            var value = values[(int)((long)column * values.Length / columns)];
            if (double.IsNaN(value))
            {
                before = null;
                continue;
            }

            var row = Row(value, low, high, rows);
            for (var at = Math.Min(before ?? row, row); at <= Math.Max(before ?? row, row); at++) dots[column, at] = true;
            before = row;
        }

        return dots;
    }

    private static int Row(double value, double low, double high, int rows) =>
        high > low ? Math.Clamp((int)Math.Round((high - value) / (high - low) * (rows - 1)), 0, rows - 1) : rows / 2;

    private static char Pattern(bool[,] dots, int left, int top)
    {
        var pattern = 0;
        for (var x = 0; x < 2; x++)
        {
            for (var y = 0; y < 4; y++) pattern |= dots[left + x, top + y] ? Dots[x][y] : 0;
        }

        return (char)(EmptyPattern + pattern);
    }
}
