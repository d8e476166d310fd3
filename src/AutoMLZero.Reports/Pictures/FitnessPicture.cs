using System.Collections.Immutable;
using AutoMLZero.Reports.Milestones;
using AutoMLZero.Runs;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace AutoMLZero.Reports.Pictures;

/// <summary>
/// The progress of the experiment that found the champion, as in figure 6 of the paper: fitness over individuals, with the names of the techniques where they came
/// into the champion's line.
/// </summary>
public static class FitnessPicture
{
    private const string Title = "How the best program came about";

    /// <summary>
    /// Draws the picture; without ancestors when no champion is kept, as in a search that its time ended before any was tried on the selection tasks. Null when there
    /// are fewer than two epochs, too.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="milestones">The milestones of its champion.</param>
    public static Picture? Of(RunHistory run, ImmutableArray<Milestone> milestones)
    {
        ArgumentNullException.ThrowIfNull(run);
        var (champion, islands) = (run.Champion, run.Spec.Islands.Count);
        var experiment = champion?.Experiment ?? run.Epochs.LastOrDefault()?.Experiment;
        var best = Curve.Thinned(run.Epochs.Where(epoch => epoch.Experiment == experiment && epoch.BestFitness is not null).ToList())
            .Select(epoch => ((double)epoch.Individuals, epoch.BestFitness!.Value)).ToArray();
        var line = champion?.Lineage.Select(step => ((double)step.Born * islands, step.Fitness)).ToArray() ?? [];
        if (line.Length == 0 && best.Length < 2) return null;
        var points = milestones.Select(milestone => ((double)milestone.Born * islands, milestone.Fitness, Name(milestone))).ToArray();
        return new Picture("fitness", Title, Meaning(champion, islands), (size, theme) => Draw(best, line, points, champion?.Omitted > 0, size, theme));
    }

    private static string Meaning(ChampionNote? champion, int islands) => champion is not { Lineage.IsEmpty: false }
        ? "Fitness on search tasks over the individuals of the last experiment. The folder has no ancestors of the best program: it was not tried on the selection tasks before the search ended."
        : "Fitness on search tasks over the individuals of the experiment that found the best program. The ancestors of that program are those that changed what it computes; "
        + "a technique is named at the ancestor since which it was kept."
        + (champion.Omitted > 0 ? $" Between the first ancestor and the others, {champion.Omitted} are not kept." : "")
        + (islands > 1 ? $" Ancestors are counted as if the {islands} islands went on evenly." : "");

    private static string Name(Milestone milestone) => string.Join(", ", milestone.Techniques) + (milestone.IsFirstKept ? " (or earlier)" : "");

    private static Plot Draw(
        (double X, double Y)[] best, (double X, double Y)[] line, (double X, double Y, string Name)[] points, bool hasGap, PictureSize size, Theme theme)
    {
        var scale = new FitnessScale([.. best.Select(point => point.Y), .. line.Select(point => point.Y)]);
        var plot = Chart.Create(Title, "individuals", scale.Label("fitness on search tasks", size), size, theme);
        double[] all = [.. line.Concat(best).Select(point => X(point.X))];
        plot.Axes.SetLimits(line.Length > 0 ? -0.05 : all.Min() - 0.05, all.Max() + 0.08, scale.Low, scale.High);
        plot.Axes.Bottom.TickGenerator = Decades(size);
        scale.Apply(plot);
        if (best.Length > 0) plot.Line([.. best.Select(point => X(point.X))], [.. best.Select(point => scale.Of(point.Y))], theme.Faint, "best so far, by epoch", 1.5f);
        if (hasGap) plot.Line([X(line[0].X), X(line[1].X)], [scale.Of(line[0].Y), scale.Of(line[1].Y)], theme.Of(0), width: 1.5f).LinePattern = LinePattern.Dotted;
        if (line.Length > 0) Steps(plot, hasGap ? line[1..] : line, scale, theme.Of(0), "ancestors of the best program");
        var legend = plot.Legend(size, [.. line.Concat(best).Concat(points.Select(point => (point.X, point.Y))).Select(point => new Coordinates(X(point.Item1), scale.Of(point.Item2)))]);
        Mark(plot, points, line, legend, scale, size, theme);
        return plot;
    }

    private static double X(double individuals) => Math.Log10(Math.Max(1, individuals));

    private static NumericAutomatic Decades(PictureSize size) => new()
    {
        IntegerTicksOnly = true,
        TargetTickCount = size.IsNarrow ? 5 : 8,
        LabelFormatter = value => value == Math.Floor(value) && value >= 0 ? Chart.ShortCount(Math.Pow(10, value)) : "",
    };

    private static void Steps(Plot plot, (double X, double Y)[] points, FitnessScale scale, Color color, string legend) =>
        plot.Line([.. points.Select(point => X(point.X))], [.. points.Select(point => scale.Of(point.Y))], color, legend).ConnectStyle = ConnectStyle.StepHorizontal;

    private static void Mark(
        Plot plot, (double X, double Y, string Name)[] points, (double X, double Y)[] line, PixelRect legend, FitnessScale scale, PictureSize size, Theme theme)
    {
        var map = new PixelMap(plot, size);
        var names = points.Select(point => size.IsNarrow && point.Name.Length > 24 ? point.Name[..22] + "…" : point.Name).ToArray();
        var placer = new LabelPlacer(map.Area, [.. Path(line, scale, map), legend, .. points.Select(point => map.Around(X(point.X), scale.Of(point.Y), 6))]);
        foreach (var ((x, y, _), name) in points.Zip(names).Reverse())
        {
            var (at, height) = (X(x), scale.Of(y));
            if (placer.Place(map.Of(at, height), name) is { } place) map.Name(plot, at, height, place, name, theme);
            plot.Add.Marker(at, height, MarkerShape.FilledCircle, 9, theme.Of(1));
        }
    }

    /// <summary>Where the steps of the ancestors are drawn.</summary>
    private static IEnumerable<PixelRect> Path((double X, double Y)[] line, FitnessScale scale, PixelMap map)
    {
        for (var i = 1; i < line.Length; i++)
        {
            var (from, to) = (map.Of(X(line[i - 1].X), scale.Of(line[i - 1].Y)), map.Of(X(line[i].X), scale.Of(line[i].Y)));
            yield return new PixelRect(from.X, to.X, from.Y + 2, from.Y - 2);
            yield return new PixelRect(to.X - 2, to.X + 2, Math.Max(from.Y, to.Y), Math.Min(from.Y, to.Y));
        }
    }
}
