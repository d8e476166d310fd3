using AutoMLZero.Runs;
using AutoMLZero.Search;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace AutoMLZero.Reports.Pictures;

/// <summary>The hall of fame: what fitness costs.</summary>
public static class CostPicture
{
    private const string Title = "What fitness costs";
    private const string Meaning =
        "The fittest programs at each cost, on search tasks: each point is fitter than all to its left. The cost is that of a training step, where one scalar addition costs 1.";

    /// <summary>Draws the picture; null when the hall of fame has fewer than two members.</summary>
    /// <param name="run">The run.</param>
    public static Picture? Of(RunHistory run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var members = run.Result?.HallOfFame is { Count: > 0 } front ? front : run.HallOfFame;
        return members.Count < 2 ? null : new Picture("cost", Title, Meaning, (size, theme) => Draw(members, size, theme));
    }

    private static Plot Draw(ParetoFront members, PictureSize size, Theme theme)
    {
        var scale = new FitnessScale(members.Select(member => member.Fitness));
        var plot = Chart.Create(Title, "cost of a training step", scale.Label("fitness on search tasks", size), size, theme);
        double[] x = [.. members.Select(member => X(member.Cost))];
        double[] y = [.. members.Select(member => scale.Of(member.Fitness))];
        plot.Line(x, y, theme.Of(0), width: 1.5f).ConnectStyle = ConnectStyle.StepHorizontal;
        plot.Add.ScatterPoints(x, y, theme.Of(0)).MarkerSize = 8;
        var room = Math.Max(0.1, (x[^1] - x[0]) * 0.05);
        plot.Axes.SetLimits(x[0] - room, x[^1] + room, scale.Low, scale.High);
        plot.Axes.Bottom.TickGenerator = Ticks(x[0] - room, x[^1] + room);
        scale.Apply(plot);
        return plot;
    }

    /// <summary>Costs by their logarithm; what costs nothing comes first.</summary>
    private static double X(double cost) => Math.Log10(Math.Max(0.5, cost));

    private static NumericManual Ticks(double left, double right)
    {
        var ticks = new NumericManual();
        ReadOnlySpan<int> digits = right - left > 2.2 ? [1] : right - left > 1.2 ? [1, 3] : [1, 2, 3, 5, 7];
        for (var power = 0; power < 12; power++)
        {
            foreach (var digit in digits)
            {
                var cost = digit * Math.Pow(10, power);
                if (X(cost) >= left && X(cost) <= right) ticks.AddMajor(X(cost), Chart.ShortCount(cost));
            }
        }

        if (left < X(0)) ticks.AddMajor(X(0), "0");
        return ticks;
    }
}
