using System.Globalization;
using AutoMLZero.Experiments;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AutoMLZero.Cli.Panel;

/// <summary>
/// What a terminal shows of a search: the course of the best fitness, where the search is, and the best program; as much of it as the terminal has room for. It
/// keeps the course from report to report.
/// </summary>
/// <param name="name">The name of the search.</param>
/// <param name="limits">When it ends at the latest.</param>
internal sealed class SearchPanel(string name, SearchLimits limits)
{
    private const int WidthOfTwoColumns = 72;
    private const int WidthOfLabels = 10;
    private const int MostChartLines = 8;
    private const int LeastChartLines = 2;

    private static readonly Style Label = new(Color.Grey);
    private static readonly Style Line = new(Color.Green);

    private readonly Curve curve = new(512, TimeSpan.FromMilliseconds(100));
    private readonly Speed speed = new(TimeSpan.FromSeconds(10));
    private TimeSpan? begin;
    private SearchProgress? last;

    /// <summary>Takes note of how far the search is.</summary>
    /// <param name="progress">How far it is.</param>
    public void Note(SearchProgress progress)
    {
        last = progress;
        begin ??= progress.Elapsed;
        curve.Add(progress.Elapsed - begin.Value, progress.Best?.Fitness ?? double.NaN);
        speed.Note(progress.Elapsed, progress.Counters.Individuals);
    }

    /// <summary>The panel.</summary>
    /// <param name="width">Number of columns of the terminal.</param>
    /// <param name="height">Number of lines of the terminal.</param>
    /// <param name="isUnicode">Whether the terminal has more characters than ASCII.</param>
    public IRenderable Draw(int width, int height, bool isUnicode)
    {
        if (last is null) return new Text(Cut(name, width, isUnicode));
        var facts = Facts(width, isUnicode);
        var room = height - 2 - facts.Count;
        var chart = room >= LeastChartLines + 1 ? ChartLines(width, Math.Clamp((room - 1) / 2, LeastChartLines, MostChartLines), isUnicode) : [];
        var program = ProgramLines(width, room - chart.Count - 1, isUnicode);
        return new Rows([new Text(Cut(name, width, isUnicode), new Style(decoration: Decoration.Bold)), .. chart, .. facts.Take(Math.Max(0, height - 2)), .. program]);
    }

    private static string Cut(string text, int width, bool isUnicode) => text.Length <= width ? text
        : isUnicode ? $"{text[..Math.Max(0, width - 1)]}…" : text[..width];

    private static string Fitness(double value) => value.ToString("0.00000", CultureInfo.InvariantCulture);

    /// <summary>Names and values: below each other, or in two columns where there is room.</summary>
    private List<IRenderable> Facts(int width, bool isUnicode)
    {
        var facts = Items(last!).ToArray();
        if (width < WidthOfTwoColumns) return [.. facts.Select(fact => Fact(fact, width, isUnicode))];
        var half = (facts.Length + 1) / 2;
        return
        [
            .. Enumerable.Range(0, half).Select(i =>
            {
                var left = width / 2;
                var grid = new Grid { Width = width }.AddColumn(new GridColumn { Width = left, Padding = new Padding(0) })
                    .AddColumn(new GridColumn { Width = width - left, Padding = new Padding(0) });
                return grid.AddRow(
                    Fact(facts[i], left - 1, isUnicode), half + i < facts.Length ? Fact(facts[half + i], width - left, isUnicode) : Text.Empty);
            }),
        ];
    }

    private static Paragraph Fact((string Name, string Value) fact, int width, bool isUnicode)
    {
        var label = fact.Name.PadRight(WidthOfLabels + 1);
        return new Paragraph(label, Label).Append(Cut(fact.Value, Math.Max(0, width - label.Length), isUnicode));
    }

    private IEnumerable<(string Name, string Value)> Items(SearchProgress progress)
    {
        var counters = progress.Counters;
        yield return ("search", $"best fitness {Shown.OfFitness(progress.Best?.Fitness)}");
        yield return ("selection", $"best fitness {Shown.OfFitness(progress.SelectFitness)}");
        yield return ("experiment", Of(progress.Experiment, limits.Experiments));
        yield return ("individual", Of(counters.Individuals, limits.Individuals));
        yield return ("speed", speed.PerSecond is { } rate ? $"{Shown.Of((long)rate)} a second" : "-");
        yield return ("programs", $"{Share(counters.Evaluated, counters.Generated)} run in full, {Share(counters.Cached, counters.Generated)} cached");
        yield return ("elapsed", Shown.Of(progress.Elapsed));
        yield return ("left", limits.Left(counters.Individuals, progress.Elapsed, speed.PerSecond) is { } left ? $"at most {Shown.Of(left)}" : "no limit");
        if (progress.Tuning is { } tuning)
            yield return ("tuning", $"{Of(tuning.Evaluations, tuning.Budget)}, fitness {Shown.OfFitness(tuning.Fitness)}");
    }

    private static string Of(long count, long? limit) => limit is { } most ? $"{Shown.Of(count)} of {Shown.Of(most)}" : Shown.Of(count);

    private static string Share(long count, long all) => all == 0 ? "-" : (count / (double)all).ToString("0 %", CultureInfo.InvariantCulture);

    /// <summary>The curve between its least and greatest value, and the time it stands for.</summary>
    private List<IRenderable> ChartLines(int width, int height, bool isUnicode)
    {
        var values = curve.Values;
        var known = values.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (low, high) = (known.Min(), known.Max());
        var labels = Enumerable.Repeat("", height).ToArray();
        labels[^1] = Fitness(low);
        labels[0] = Fitness(high);
        var lines = Chart.Draw(values, low, high, Math.Max(1, width - WidthOfLabels), height, isUnicode);
        var bar = isUnicode ? '┤' : '|';
        return
        [
            .. lines.Select((line, i) => (IRenderable)new Paragraph($"{labels[i],WidthOfLabels - 2}{bar}", Label).Append($" {line}", Line)),
            new Text(Cut($"{"",WidthOfLabels}best search fitness, {Shown.Of(curve.Length)}", width, isUnicode), Label),
        ];
    }

    private IEnumerable<IRenderable> ProgramLines(int width, int room, bool isUnicode)
    {
        if (last!.Best is not { } best || room < 2) yield break;
        var lines = best.Program.ToString().TrimEnd().Split('\n');
        yield return Text.Empty;
        var shown = lines.Length <= room - 1 ? lines.Length : Math.Max(0, room - 2);
        foreach (var line in lines.Take(shown)) yield return new Text(Cut(line, width, isUnicode));
        if (shown < lines.Length) yield return new Text(Cut($"  and {lines.Length - shown} more lines", width, isUnicode), Label);
    }
}
