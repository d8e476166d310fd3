using System.Globalization;
using Spectre.Console;

namespace AutoMLZero.Cli.Bench;

/// <summary>How <c>bench</c> says what it measured: a row a kind of work.</summary>
internal static class BenchReport
{
    private const int Digits = 3;

    /// <summary>Writes a table for people.</summary>
    /// <param name="rows">What was measured.</param>
    /// <param name="console">Standard output.</param>
    public static void Write(IEnumerable<BenchRow> rows, IAnsiConsole console)
    {
        var table = new Table { Border = TableBorder.Simple }
            .AddColumns(string.Empty, "work, one core")
            .AddColumn(new TableColumn("this machine").RightAligned())
            .AddColumn(new TableColumn("C++ reference").RightAligned())
            .AddColumn("unit");
        foreach (var (measure, value) in Sorted(rows))
        {
            var reference = measure.Reference is { } number ? Short(number) : "-";
            table.AddRow(new Text(measure.Id), new Text(measure.Work), new Text(Short(value)), new Text(reference), new Text(measure.Unit));
        }

        console.Write(table);
        console.WriteLine("The reference is the authors' code, measured on one core of an AMD EPYC server with AVX-512.");
    }

    /// <summary>Writes a line a row for programs.</summary>
    /// <param name="rows">What was measured.</param>
    /// <param name="output">Standard output.</param>
    public static void WriteJson(IEnumerable<BenchRow> rows, TextWriter output)
    {
        foreach (var (measure, value) in Sorted(rows))
        {
            JsonLine.Write(output, json =>
            {
                json.WriteString("row", measure.Id);
                json.WriteString("work", measure.Work);
                json.Number("value", value);
                json.WriteString("unit", measure.Unit);
                json.Number("reference", measure.Reference);
            });
        }
    }

    private static IOrderedEnumerable<BenchRow> Sorted(IEnumerable<BenchRow> rows) => rows.OrderBy(row => row.Measure.Id, StringComparer.Ordinal);

    /// <summary>Three significant digits: more are noise.</summary>
    private static string Short(double value)
    {
        if (!(Math.Abs(value) > 0) || !double.IsFinite(value)) return value.ToString(CultureInfo.InvariantCulture);
        var decimals = Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (decimals >= 0) return value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
        var unit = Math.Pow(10, -decimals);
        return (Math.Round(value / unit) * unit).ToString("N0", CultureInfo.InvariantCulture);
    }
}
