using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace AutoMLZero.Reports.Pictures;

/// <summary>What all pictures have in common.</summary>
internal static class Chart
{
    /// <summary>The size of texts in pixels.</summary>
    public const float TextSize = 12;

    /// <summary>An empty plot.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="x">What the horizontal axis is.</param>
    /// <param name="y">What the vertical axis is.</param>
    /// <param name="size">The size of the picture.</param>
    /// <param name="theme">Its colors.</param>
    public static Plot Create(string title, string x, string y, PictureSize size, Theme theme)
    {
        PictureFont.Register();
        var plot = new Plot();
        plot.Font.Set(PictureFont.Name);
        plot.FigureBackground.Color = theme.Ground;
        plot.DataBackground.Color = theme.Ground;
        plot.Axes.Color(theme.Ink);
        plot.Axes.FrameColor(theme.Faint);
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Grid.MajorLineColor = theme.Grid;
        plot.Title(title, 14);
        plot.XLabel(x, TextSize);
        plot.YLabel(y, TextSize);
        plot.Axes.Bottom.Label.Bold = plot.Axes.Left.Label.Bold = false;
        plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Left.TickLabelStyle.FontSize = TextSize - 1;
        plot.Axes.Left.TickLabelStyle.OffsetY = 2;
        plot.Legend.FontSize = TextSize - 1;
        plot.Legend.FontColor = theme.Ink;
        plot.Legend.BackgroundColor = theme.Ground;
        plot.Legend.OutlineColor = theme.Grid;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.ShadowFillStyle.IsVisible = false;
        plot.Layout.Fixed(Padding(size));
        return plot;
    }

    /// <summary>The room around the data.</summary>
    public static PixelPadding Padding(PictureSize size) => size.IsNarrow ? new(72, 12, 46, 36) : new(72, 24, 50, 40);

    /// <summary>Ticks that count.</summary>
    public static NumericAutomatic Counts(PictureSize size) => new() { LabelFormatter = ShortCount, TargetTickCount = size.IsNarrow ? 4 : 7 };

    /// <summary>A large number in few letters, such as <c>1.5M</c>.</summary>
    public static string ShortCount(double value) => Math.Abs(value) switch
    {
        >= 1e9 => (value / 1e9).ToString("0.##", CultureInfo.InvariantCulture) + "G",
        >= 1e6 => (value / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + "M",
        >= 1e4 => (value / 1e3).ToString("0.##", CultureInfo.InvariantCulture) + "k",
        _ => value.ToString("#,0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>A line without markers.</summary>
    public static ScottPlot.Plottables.Scatter Line(this Plot plot, double[] x, double[] y, Color color, string? legend = null, float width = 2)
    {
        var line = plot.Add.ScatterLine(x, y, color);
        line.LineWidth = width;
        if (legend is not null) line.LegendText = legend;
        return line;
    }

    /// <summary>Shows the legend in the corner where it covers the least.</summary>
    /// <param name="plot">The plot; its limits are set.</param>
    /// <param name="size">The size of the picture.</param>
    /// <param name="points">What is drawn, in the coordinates of the plot.</param>
    /// <returns>The corner, in pixels.</returns>
    public static PixelRect Legend(this Plot plot, PictureSize size, IEnumerable<Coordinates> points)
    {
        var map = new PixelMap(plot, size);
        var items = plot.Legend.GetItems();
        var (width, height) = (items.Max(item => PictureFont.WidthOf(item.LabelText, TextSize - 1)) + 60, (items.Length * 20f) + 20);
        var area = map.Area;
        (Alignment Corner, PixelRect Place)[] corners =
        [
            (Alignment.UpperLeft, new(area.Left, area.Left + width, area.Top + height, area.Top)),
            (Alignment.LowerRight, new(area.Right - width, area.Right, area.Bottom, area.Bottom - height)),
            (Alignment.UpperRight, new(area.Right - width, area.Right, area.Top + height, area.Top)),
            (Alignment.LowerLeft, new(area.Left, area.Left + width, area.Bottom, area.Bottom - height)),
        ];
        Pixel[] pixels = [.. points.Select(point => map.Of(point.X, point.Y))];
        var (corner, place) = corners.MinBy(candidate => pixels.Count(candidate.Place.Contains));
        plot.ShowLegend(corner);
        plot.Legend.FontName = PictureFont.Name;
        return place;
    }
}
