using AutoMLZero.Runs;
using ScottPlot;

namespace AutoMLZero.Reports.Pictures;

/// <summary>The progress of several searches.</summary>
public static class RunsPicture
{
    private const string Title = "How far the searches came";
    private const string Meaning =
        "The best fitness on search tasks so far, over the individuals of each search, experiment after experiment. Experiments have search tasks of their own: the test tasks decide which program is better.";

    /// <summary>Draws the picture; null when no run keeps epochs.</summary>
    /// <param name="runs">The runs, with names for the legend.</param>
    public static Picture? Of(IReadOnlyList<(string Name, RunHistory Run)> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var curves = runs.Select(run => (run.Name, Points: CurveOf(run.Run))).Where(curve => curve.Points.Length > 0).ToArray();
        return curves.Length == 0 ? null : new Picture("runs", Title, Meaning, (size, theme) => Draw(curves, size, theme));
    }

    private static (double X, double Y)[] CurveOf(RunHistory run)
    {
        var points = new List<(double X, double Y)>();
        var (before, best) = (0L, 0.0);
        foreach (var experiment in run.Epochs.GroupBy(epoch => epoch.Experiment))
        {
            foreach (var epoch in experiment) points.Add((before + epoch.Individuals, best = Math.Max(best, epoch.BestFitness ?? 0)));
            before += experiment.Last().Individuals;
        }

        return [.. Curve.Thinned(points)];
    }

    private static Plot Draw((string Name, (double X, double Y)[] Points)[] curves, PictureSize size, Theme theme)
    {
        var scale = new FitnessScale(curves.SelectMany(curve => curve.Points).Select(point => point.Y));
        var plot = Chart.Create(Title, "individuals", scale.Label("best fitness on search tasks", size), size, theme);
        foreach (var (index, (name, points)) in curves.Index())
        {
            var line = plot.Line([.. points.Select(point => point.X)], [.. points.Select(point => scale.Of(point.Y))], theme.Of(index), name);
            line.ConnectStyle = ConnectStyle.StepHorizontal;
            line.LinePattern = (index / theme.Series.Length) switch { 0 => LinePattern.Solid, 1 => LinePattern.Dashed, _ => LinePattern.Dotted };
        }

        plot.Axes.SetLimits(0, curves.Max(curve => curve.Points[^1].X) * 1.02, scale.Low, scale.High);
        plot.Axes.Bottom.TickGenerator = Chart.Counts(size);
        scale.Apply(plot);
        plot.Legend(size, curves.SelectMany(curve => curve.Points).Select(point => new Coordinates(point.X, scale.Of(point.Y))));
        return plot;
    }
}
