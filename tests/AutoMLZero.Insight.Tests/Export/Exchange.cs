using System.Globalization;

namespace AutoMLZero.Insight.Tests.Export;

/// <summary>How examples go to programs in other languages, and predictions come back: as numbers in text.</summary>
internal static class Exchange
{
    /// <summary>For each case: seed, F, C or 0, number of examples and of rows; then label and features of each example, and the rows.</summary>
    public static string Write(IEnumerable<ExportCase> cases) => string.Join('\n', cases.SelectMany(Lines)) + "\n";

    /// <summary>The predictions of all cases, a line each.</summary>
    public static double[][][] Read(string output, IReadOnlyList<ExportCase> cases)
    {
        double[][] lines = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray())];
        Assert.Equal(cases.Count, lines.Length);
        return [.. cases.Zip(lines, (export, line) => line.Chunk(Math.Max(1, export.Settings.Classes)).ToArray())];
    }

    private static IEnumerable<string> Lines(ExportCase export)
    {
        yield return $"{export.Seed} {export.Settings.Dimension} {export.Settings.Classes} {(int)export.Settings.Kind} {export.Train.Length} {export.Rows.Length}";
        foreach (var (row, label) in export.Train) yield return Text([label, .. row]);
        foreach (var row in export.Rows) yield return Text(row);
    }

    private static string Text(IEnumerable<double> numbers) => string.Join(' ', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
