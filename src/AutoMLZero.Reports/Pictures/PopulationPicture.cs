using AutoMLZero.Runs;
using ScottPlot;

namespace AutoMLZero.Reports.Pictures;

/// <summary>The fitness of the population over the experiment that found the champion.</summary>
public static class PopulationPicture
{
    private const string Title = "The fitness of the population";
    private const string Meaning =
        "Fitness on search tasks of the individuals alive at the end of each epoch, over all islands: half of them are within the dark band, all within the light one.";

    /// <summary>Draws the picture; null when the run keeps fewer than two epochs of its experiment with a population.</summary>
    /// <param name="run">The run.</param>
    public static Picture? Of(RunHistory run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var experiment = run.Champion?.Experiment ?? 0;
        var epochs = Curve.Thinned(run.Epochs.Where(epoch => epoch.Experiment == experiment && epoch.Population is not null).ToList());
        return epochs.Count < 2 ? null : new Picture("population", Title, Meaning, (size, theme) => Draw(epochs, size, theme));
    }

    private static Plot Draw(IReadOnlyList<EpochNote> epochs, PictureSize size, Theme theme)
    {
        var scale = new FitnessScale(epochs.SelectMany(epoch => new[] { epoch.Population!.Lowest, epoch.Population.Highest }));
        var plot = Chart.Create(Title, "individuals", scale.Label("fitness on search tasks", size), size, theme);
        double[] x = [.. epochs.Select(epoch => (double)epoch.Individuals)];
        double[] lowest = Heights(epochs, scale, epoch => epoch.Population!.Lowest), highest = Heights(epochs, scale, epoch => epoch.Population!.Highest);
        double[] lower = Heights(epochs, scale, epoch => epoch.Population!.LowerQuartile), upper = Heights(epochs, scale, epoch => epoch.Population!.UpperQuartile);
        Band(plot, x, lowest, highest, theme.Of(0), 0.16, "all");
        Band(plot, x, lower, upper, theme.Of(0), 0.38, "middle half");
        plot.Line(x, Heights(epochs, scale, epoch => epoch.Population!.Median), theme.Of(0), "median");
        plot.Line(x, highest, theme.Of(1), "best", 1.5f);
        plot.Axes.SetLimits(0, x[^1], scale.Low, scale.High);
        plot.Axes.Bottom.TickGenerator = Chart.Counts(size);
        scale.Apply(plot);
        plot.Legend(size, Covered(x, lowest, lower, upper, highest));
        return plot;
    }

    private static double[] Heights(IReadOnlyList<EpochNote> epochs, FitnessScale scale, Func<EpochNote, double> fitness) =>
        [.. epochs.Select(epoch => scale.Of(fitness(epoch)))];

    /// <summary>What matters of the bands: the middle half, and the ends.</summary>
    private static IEnumerable<Coordinates> Covered(double[] x, double[] lowest, double[] lower, double[] upper, double[] highest)
    {
        for (var i = 0; i < x.Length; i++)
        {
            yield return new Coordinates(x[i], lowest[i]);
            for (var part = 0; part <= 4; part++) yield return new Coordinates(x[i], lower[i] + ((upper[i] - lower[i]) * part / 4));
            yield return new Coordinates(x[i], (upper[i] + highest[i]) / 2);
            yield return new Coordinates(x[i], highest[i]);
        }
    }

    private static void Band(Plot plot, double[] x, double[] low, double[] high, Color color, double opacity, string legend)
    {
        var band = plot.Add.FillY(x, low, high);
        band.FillColor = color.WithAlpha(opacity);
        band.LineWidth = 0;
        band.MarkerSize = 0;
        band.LegendText = legend;
    }
}
