using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace AutoMLZero.Reports.Pictures;

/// <summary>Mean differences in fitness with their 95 % intervals, a row each.</summary>
public static class DifferencePicture
{
    private const int RoomForAxis = 110;
    private const int RowHeight = 34;
    private const float LongestName = 200;

    /// <summary>Draws the picture; null when there is no difference with an interval.</summary>
    /// <param name="rows">The differences, the uppermost first.</param>
    /// <param name="reference">What all are compared with.</param>
    public static Picture? Of(IReadOnlyList<NamedDifference> rows, string reference)
    {
        ArgumentNullException.ThrowIfNull(rows);
        NamedDifference[] drawn = [.. rows.Where(row => row.Difference.HalfWidth is not null)];
        if (drawn.Length == 0) return null;
        var title = $"Fitness compared with {reference}";
        return new Picture(
            "difference",
            title,
            $"The mean difference in fitness on the test tasks, paired by task, with its 95 % interval by Student's distribution: right of the line is better than {reference}.",
            (size, theme) => Draw(title, drawn, size, theme),
            RoomForAxis + (RowHeight * drawn.Length));
    }

    private static Plot Draw(string title, NamedDifference[] rows, PictureSize size, Theme theme)
    {
        var plot = Chart.Create(title, "mean difference in fitness", "", size, theme);
        var names = rows.Select(row => size.IsNarrow && row.Name.Length > 16 ? row.Name[..15] + "…" : row.Name).ToArray();
        var room = Math.Min(LongestName, names.Max(name => PictureFont.WidthOf(name, Chart.TextSize - 1))) + 22;
        plot.Layout.Fixed(Chart.Padding(size) with { Left = room });
        var ticks = new NumericManual();
        foreach (var (index, row) in rows.Index())
        {
            var (y, mean, half) = (rows.Length - 1 - index, row.Difference.Mean, row.Difference.HalfWidth!.Value);
            ticks.AddMajor(y, names[index]);
            plot.Line([mean - half, mean + half], [y, y], theme.Of(0));
            plot.Add.Marker(mean, y, MarkerShape.FilledCircle, 9, theme.Of(0));
        }

        plot.Line([0, 0], [-0.6, rows.Length - 0.4], theme.Ink, width: 1.5f);
        plot.Axes.Left.TickGenerator = ticks;
        var (left, right) = Limits(rows);
        plot.Axes.SetLimits(left, right, -0.6, rows.Length - 0.4);
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { TargetTickCount = size.IsNarrow ? 3 : 6, LabelFormatter = Signed };
        return plot;
    }

    private static (double Left, double Right) Limits(NamedDifference[] rows)
    {
        var left = Math.Min(0, rows.Min(row => row.Difference.Mean - row.Difference.HalfWidth!.Value));
        var right = Math.Max(0, rows.Max(row => row.Difference.Mean + row.Difference.HalfWidth!.Value));
        var room = Math.Max((right - left) * 0.08, 1e-9);
        return (left - room, right + room);
    }

    private static string Signed(double value) => value.ToString(Math.Abs(value) is > 0 and < 1e-4 ? "+0.#e+0;-0.#e+0" : "+0.######;-0.######;0", CultureInfo.InvariantCulture);
}
