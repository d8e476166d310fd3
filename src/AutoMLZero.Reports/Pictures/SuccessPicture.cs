using System.Globalization;
using AutoMLZero.Language;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace AutoMLZero.Reports.Pictures;

/// <summary>The success of evolution against random search by the difficulty of the task, as in figure 4 of the paper.</summary>
public static class SuccessPicture
{
    private const string Title = "Evolution against random search";
    private const string Meaning =
        "How many times as often evolution finds an acceptable program as random search does, by the difficulty of the task: -log10 of the share of acceptable programs among "
        + "random ones. Lines are intervals; at the dashed line both are equally good.";

    private static readonly MarkerShape[] Shapes = [MarkerShape.FilledCircle, MarkerShape.OpenSquare, MarkerShape.OpenTriangleUp, MarkerShape.OpenDiamond];

    /// <summary>Draws the picture.</summary>
    /// <param name="series">The points by source, at least one point in all; values are finite, ratios above 0.</param>
    /// <exception cref="InputException">There is no point, or a value cannot be drawn.</exception>
    public static Picture Of(params IReadOnlyList<SuccessSeries> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var points = series.SelectMany(one => one.Points).ToArray();
        if (points.Length == 0) throw new InputException("there is nothing to draw, expected at least one task with its difficulty");
        if (Array.Find(points, point => !double.IsFinite(point.Difficulty.Value) || !double.IsFinite(point.Ratio.Value) || point.Ratio.Value <= 0) is { } bad)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{bad.Task}' has the difficulty {bad.Difficulty.Value} and the ratio {bad.Ratio.Value}, expected finite numbers and a ratio above 0"));
        }

        return new Picture("success", Title, Meaning, (size, theme) => Draw(series, points, size, theme));
    }

    private static Plot Draw(IReadOnlyList<SuccessSeries> series, SuccessPoint[] points, PictureSize size, Theme theme)
    {
        var plot = Chart.Create(Title, "difficulty", "success of evolution / random search", size, theme);
        var (left, right) = Ends(points.Select(point => point.Difficulty), 0.35);
        var (bottom, top) = Ends(points.Select(point => Log(point.Ratio)), 0.35);
        (bottom, top) = (Math.Min(bottom, -0.3), Math.Max(top, 0.5));
        plot.Axes.SetLimits(left, right, bottom, top);
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { TargetTickCount = size.IsNarrow ? 5 : 8, LabelFormatter = value => value.ToString("0.##", CultureInfo.InvariantCulture) };
        plot.Axes.Left.TickGenerator = Powers(bottom, top);
        plot.Line([left, right], [0, 0], theme.Faint, width: 1).LinePattern = LinePattern.Dashed;
        foreach (var (index, one) in series.Index()) Mark(plot, one, index, theme);
        PixelRect[] legend = series.Count < 2
            ? []
            : [plot.Legend(size, points.Select(point => new Coordinates(point.Difficulty.Value, Log(point.Ratio).Value)))];
        Name(plot, points, legend, size, theme);
        return plot;
    }

    private static void Mark(Plot plot, SuccessSeries series, int index, Theme theme)
    {
        var limits = plot.Axes.GetLimits();
        foreach (var (_, difficulty, ratio) in series.Points)
        {
            var log = Log(ratio);
            Interval(plot, Math.Max(difficulty.Low, limits.Left), Math.Min(difficulty.High, limits.Right), log.Value, log.Value, theme.Of(index));
            Interval(plot, difficulty.Value, difficulty.Value, Math.Max(log.Low, limits.Bottom), Math.Min(log.High, limits.Top), theme.Of(index));
        }

        var dots = plot.Add.ScatterPoints(
            series.Points.Select(point => point.Difficulty.Value).ToArray(), series.Points.Select(point => Log(point.Ratio).Value).ToArray(), theme.Of(index));
        dots.MarkerShape = Shapes[index % Shapes.Length];
        dots.MarkerSize = 9;
        dots.MarkerLineWidth = 2;
        dots.LegendText = series.Name;
    }

    private static void Interval(Plot plot, double x1, double x2, double y1, double y2, Color color)
    {
        var line = plot.Add.Line(x1, y1, x2, y2);
        line.LineColor = color;
        line.LineWidth = 1.5f;
    }

    private static void Name(Plot plot, SuccessPoint[] points, PixelRect[] taken, PictureSize size, Theme theme)
    {
        var map = new PixelMap(plot, size);
        var placer = new LabelPlacer(map.Area, [.. taken, .. points.SelectMany(point => Covered(point, map))]);
        foreach (var point in points)
        {
            var (x, y) = (point.Difficulty.Value, Log(point.Ratio).Value);
            if (placer.Place(map.Of(x, y), point.Task) is { } place) map.Name(plot, x, y, place, point.Task, theme);
        }
    }

    /// <summary>The marker of a point, and the cross of its intervals.</summary>
    private static IEnumerable<PixelRect> Covered(SuccessPoint point, PixelMap map)
    {
        var (difficulty, ratio) = (point.Difficulty, Log(point.Ratio));
        var (from, to) = (map.Of(difficulty.Low, ratio.Low), map.Of(difficulty.High, ratio.High));
        yield return map.Around(difficulty.Value, ratio.Value, 7);
        var center = map.Of(difficulty.Value, ratio.Value);
        yield return new PixelRect(from.X, to.X, center.Y + 1, center.Y - 1);
        yield return new PixelRect(center.X - 1, center.X + 1, from.Y, to.Y);
    }

    private static Measured Log(Measured ratio) =>
        new(Math.Log10(ratio.Value), ratio.Low > 0 ? Math.Log10(ratio.Low) : double.NegativeInfinity, Math.Log10(ratio.High));

    /// <summary>Where an axis ends: at the furthest ends that are known.</summary>
    private static (double Low, double High) Ends(IEnumerable<Measured> all, double room)
    {
        double[] ends = [.. all.SelectMany(one => new[] { one.Low, one.Value, one.High }).Where(double.IsFinite)];
        return (ends.Min() - room, ends.Max() + room);
    }

    private static NumericManual Powers(double bottom, double top)
    {
        var ticks = new NumericManual();
        for (var power = Math.Ceiling(bottom); power <= top; power++) ticks.AddMajor(power, power < 0 ? Math.Pow(10, power).ToString("0.######", CultureInfo.InvariantCulture) : Chart.ShortCount(Math.Pow(10, power)));
        return ticks;
    }
}
