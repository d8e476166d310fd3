using System.Globalization;
using AutoMLZero.Reproduction;
using AutoMLZero.Reproduction.Reporting;
using Spectre.Console;

namespace AutoMLZero.Cli.Reproduce;

/// <summary>How <c>reproduce</c> says what came of experiments.</summary>
internal static class ReproductionReport
{
    private static readonly Scale[] Scales = Enum.GetValues<Scale>();

    /// <summary>Writes our numbers beside the paper's.</summary>
    /// <param name="summary">The summary of an experiment.</param>
    /// <param name="console">Standard output.</param>
    public static void Write(Summary summary, IAnsiConsole console)
    {
        console.WriteLine($"{summary.Name}: {summary.Shows}");
        var table = new Table { Border = TableBorder.Simple }.AddColumns("quantity", "paper", "here", "verdict");
        foreach (var row in summary.Findings.Rows)
        {
            var verdict = row.Verdict == Verdict.None ? "-" : row.Verdict.ToString().ToLowerInvariant();
            table.AddRow(new Text(row.Quantity), new Text(row.Paper), new Text(row.Ours.Text), new Text(verdict));
        }

        console.Write(table);
    }

    /// <summary>Writes which experiments there are.</summary>
    /// <param name="experiments">The experiments.</param>
    /// <param name="console">Standard output.</param>
    public static void WriteList(IEnumerable<PaperExperiment> experiments, IAnsiConsole console)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns("name", "what it shows", "data", "tiny", "small", "full");
        foreach (var experiment in experiments)
        {
            table.AddRow([
                new Text(experiment.Name),
                new Text(experiment.Shows),
                new Text(experiment.DataSets.IsEmpty ? "-" : string.Join(", ", experiment.DataSets.Select(set => set.Name))),
                .. Scales.Select(scale => new Text(Short(experiment.Expected(scale)))),
            ]);
        }

        console.Write(table);
    }

    /// <summary>Writes which experiments there are, for programs.</summary>
    /// <param name="experiments">The experiments.</param>
    /// <param name="output">Standard output.</param>
    public static void WriteListJson(IEnumerable<PaperExperiment> experiments, TextWriter output)
    {
        foreach (var experiment in experiments)
        {
            JsonLine.Write(output, json =>
            {
                json.WriteString("name", experiment.Name);
                json.WriteString("shows", experiment.Shows);
                json.WriteStartArray("data");
                foreach (var set in experiment.DataSets) json.WriteStringValue(set.Name);
                json.WriteEndArray();
                json.WriteStartObject("expectedSeconds");
                foreach (var scale in Scales) json.WriteNumber(scale.ToString().ToLowerInvariant(), experiment.Expected(scale).TotalSeconds);
                json.WriteEndObject();
            });
        }
    }

    private static string Short(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1.5 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        { TotalHours: < 1.5 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min"),
        { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0} days"),
    };
}
