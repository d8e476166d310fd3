using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AutoMLZero.Reproduction.Reporting;

/// <summary>Writes summaries.</summary>
public static class SummaryText
{
    /// <summary>A summary in Markdown.</summary>
    /// <param name="summary">The summary.</param>
    public static string Markdown(Summary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {summary.Name}\n\n{summary.Shows} (section {summary.Section} of the paper)\n\n");
        text.Append(CultureInfo.InvariantCulture, $"`automlzero reproduce {summary.Name} --scale {Word(summary.Scale)} --seed {summary.Seed}{Replaced(summary)}`\n\n");
        text.Append("| quantity | paper | here | verdict |\n|---|---|---|---|\n");
        foreach (var row in summary.Findings.Rows)
            text.Append(CultureInfo.InvariantCulture, $"| {row.Quantity} | {row.Paper} | {row.Ours.Text} | {Word(row.Verdict)} |\n");
        text.Append("\nIntervals are 95 %; after +- stands the standard error.\n\n");
        foreach (var note in summary.Findings.Notes) text.Append(CultureInfo.InvariantCulture, $"- {note}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nSizes: {string.Join(", ", summary.Sizes.Select(size => $"{size.Key} {Count(size.Value)}"))}.\n");
        foreach (var program in summary.Findings.Programs)
            text.Append(CultureInfo.InvariantCulture, $"\n## {program.Title}\n\n```\n{program.Text.TrimEnd()}\n```\n");
        return text.ToString();
    }

    /// <summary>A summary as JSON.</summary>
    /// <param name="summary">The summary.</param>
    public static string Json(Summary summary) => JsonSerializer.Serialize(summary, JsonForm.Indented) + "\n";

    /// <summary>A summary as JSON on one line.</summary>
    /// <param name="summary">The summary.</param>
    public static string JsonLine(Summary summary) => JsonSerializer.Serialize(summary, JsonForm.Lines);

    /// <summary>The data of a figure as CSV.</summary>
    /// <param name="figure">The figure.</param>
    public static string Csv(FigureData figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return string.Concat(figure.Rows.Prepend(figure.Columns).Select(row => string.Join(',', row.Select(Quoted)) + "\n"));
    }

    private static string Quoted(string value) =>
        value.AsSpan().ContainsAny(",\"\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private static string Replaced(Summary summary) =>
        string.Concat(summary.Replaced.Select(size => string.Create(CultureInfo.InvariantCulture, $" --set {size.Key}={size.Value}")));

    private static string Word(Scale scale) => scale.ToString().ToLowerInvariant();

    private static string Word(Verdict verdict) => verdict == Verdict.None ? "-" : verdict.ToString().ToLowerInvariant();

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
