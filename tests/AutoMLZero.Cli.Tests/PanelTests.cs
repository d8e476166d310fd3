using AutoMLZero.Cli.Panel;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Search;
using Spectre.Console;
using Spectre.Console.Testing;

namespace AutoMLZero.Cli.Tests;

public class PanelTests
{
    private static readonly SearchLimits Limits = new(5_000_000, 50, TimeSpan.FromMinutes(10));

    [Theory]
    [InlineData(40, 30)]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(40, 9)]
    public void A_search_at_a_moment(int width, int height) => Snapshot.Matches($"panel-{width}x{height}", Draw(At(125), width, height));

    [Fact]
    public void Without_Unicode() => Snapshot.Matches("panel-ascii", Draw(At(125), 60, 24, isUnicode: false));

    [Fact]
    public void While_a_champion_is_tuned()
    {
        var panel = At(60);
        panel.Note(Progress(61) with { Tuning = new(120, 300, 0.7, 0.75) });
        Assert.Contains("tuning     120 of 300, fitness 0.750000", Draw(panel, 80, 24), StringComparison.Ordinal);
    }

    [Fact]
    public void It_fits_into_every_terminal()
    {
        var panel = At(125);
        for (var width = 20; width <= 130; width += 5)
        {
            for (var height = 4; height <= 40; height++)
            {
                var lines = Draw(panel, width, height).TrimEnd('\n').Split('\n');
                Assert.InRange(lines.Length, 2, height - 1);
                Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 0, width));
            }
        }
    }

    [Fact]
    public void A_curve_keeps_all_of_the_time_in_view()
    {
        var curve = new Curve(8, TimeSpan.FromSeconds(1));
        for (var second = 0; second < 8; second++) curve.Add(TimeSpan.FromSeconds(second), second % 4);
        Assert.Equal([0, 1, 2, 3, 0, 1, 2, 3], curve.Values);
        curve.Add(TimeSpan.FromSeconds(8), 9);
        Assert.Equal([1, 3, 1, 3, 9], curve.Values);
        curve.Add(TimeSpan.FromSeconds(1000), 5);
        Assert.InRange(curve.Values.Length, 1, 8);
        Assert.Equal(9, curve.Values.Max());
        Assert.Equal(5, curve.Values[^1]);
        Assert.InRange(curve.Length.TotalSeconds, 1000, 2000);
    }

    [Fact]
    public void A_chart_goes_from_edge_to_edge()
    {
        Assert.Equal(["⠀⠀⢀⡼", "⣀⡴⠋⠀"], Chart.Draw([0, 0, 1, 2, 3, 4, 5, 7], 0, 7, 4, 2, isUnicode: true));
        Assert.Equal(["  *", " **", "** "], Chart.Draw([0, 0.5, 1], 0, 1, 3, 3, isUnicode: false));
        Assert.Equal(["   ", "***", "   "], Chart.Draw([2], 2, 2, 3, 3, isUnicode: false));
        Assert.Equal(["* *"], Chart.Draw([1, double.NaN, 1], 0, 1, 3, 1, isUnicode: false));
    }

    [Fact]
    public void The_time_left_is_the_least_that_is_known()
    {
        var (minute, no) = (TimeSpan.FromMinutes(1), new SearchLimits(null, null, null));
        Assert.Null(no.Left(10, minute, 5));
        Assert.Equal(9 * minute, (no with { Time = 10 * minute }).Left(10, minute, null));
        Assert.Equal(TimeSpan.Zero, (no with { Time = minute }).Left(10, 2 * minute, 1));
        Assert.Equal(TimeSpan.FromSeconds(18), (no with { Individuals = 100, Time = 10 * minute }).Left(10, minute, 5));
        Assert.Null((no with { Individuals = 100 }).Left(10, minute, null));
        Assert.Equal(new SearchLimits(400, 4, null), SearchLimits.Of(Presets.Load("linear") with { ExperimentLength = 100, Budget = new() { Experiments = 4 } }, null));
        Assert.Equal(new SearchLimits(250, 3, minute), SearchLimits.Of(Presets.Load("linear") with { ExperimentLength = 100, Budget = new() { Individuals = 250 } }, minute));
    }

    private static SearchPanel At(int seconds)
    {
        var panel = new SearchPanel("linear, seed 3", Limits);
        for (var second = 1; second <= seconds; second++) panel.Note(Progress(second));
        return panel;
    }

    private static SearchProgress Progress(int second) => new(
        1 + (second / 50),
        new Individual(BuiltInPrograms.NeuralNet, 1 - (1 / (1.0 + (second % 50 / 5)))),
        second < 50 ? null : 0.9123456,
        new SearchCounters(Generated: second * 10_000, Rejected: 0, Cached: second * 6_000, Partial: 0, Evaluated: second * 4_000, Individuals: second * 10_000),
        TimeSpan.FromSeconds(second));

    private static string Draw(SearchPanel panel, int width, int height, bool isUnicode = true)
    {
        using var console = new TestConsole().Width(width).Height(height);
        console.Write(panel.Draw(width, height, isUnicode));
        return console.Output;
    }
}
