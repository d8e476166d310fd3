using System.Globalization;
using AutoMLZero.Runs;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace AutoMLZero.Reports.Pictures;

/// <summary>How fast a search was.</summary>
public static class PacePicture
{
    private const string Title = "Individuals a second";

    /// <summary>Draws the picture; null when the run does not say how far it was when.</summary>
    /// <param name="run">The run.</param>
    public static Picture? Of(RunHistory run)
    {
        ArgumentNullException.ThrowIfNull(run);
        PacePoint[] points = [new(TimeSpan.Zero, 0), .. run.Pace];
        points = [.. Curve.Thinned(points)];
        var rates = points.Zip(points.Skip(1)).Where(pair => pair.Second.Elapsed > pair.First.Elapsed)
            .Select(pair => (pair.First.Elapsed, End: pair.Second.Elapsed, Rate: RateOf(pair.First, pair.Second))).ToArray();
        if (rates.Length < 2) return null;
        var mean = RateOf(points[0], points[^1]);
        return new Picture("pace", Title, Meaning(mean), (size, theme) => Draw(rates, mean, size, theme));
    }

    private static string Meaning(double mean) => string.Create(
        CultureInfo.InvariantCulture,
        $"Individuals that the search made in a second, over the time that it took, and the mean, {mean:#,0} (dashed). The only picture that differs when the search is repeated.");

    private static double RateOf(PacePoint first, PacePoint second) =>
        Math.Max(0, second.Individuals - first.Individuals) / (second.Elapsed - first.Elapsed).TotalSeconds;

    private static Plot Draw((TimeSpan Start, TimeSpan End, double Rate)[] rates, double mean, PictureSize size, Theme theme)
    {
        var (unit, seconds) = rates[^1].End.TotalSeconds switch { > 3 * 3600 => ("hours", 3600.0), > 180 => ("minutes", 60.0), _ => ("seconds", 1.0) };
        var plot = Chart.Create(Title, unit, "individuals a second", size, theme);
        double[] x = [.. rates.SelectMany(rate => new[] { rate.Start.TotalSeconds / seconds, rate.End.TotalSeconds / seconds })];
        double[] y = [.. rates.SelectMany(rate => new[] { rate.Rate, rate.Rate })];
        plot.Line(x, y, theme.Of(0));
        plot.Line([0, x[^1]], [mean, mean], theme.Of(1), width: 1.5f).LinePattern = LinePattern.Dashed;
        plot.Axes.SetLimits(0, x[^1], 0, Math.Max(1, y.Max()) * 1.1);
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { TargetTickCount = size.IsNarrow ? 4 : 7, LabelFormatter = value => value.ToString("0.##", CultureInfo.InvariantCulture) };
        plot.Axes.Left.TickGenerator = new NumericAutomatic { LabelFormatter = Chart.ShortCount, TargetTickCount = 6 };
        return plot;
    }
}
