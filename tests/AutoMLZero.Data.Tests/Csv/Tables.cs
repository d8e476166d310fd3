using System.Text;
using AutoMLZero.Data.Csv;

namespace AutoMLZero.Data.Tests.Csv;

/// <summary>Tables from texts.</summary>
internal static class Tables
{
    public static CsvTable Of(string text, string? target = null, bool? hasHeader = null) =>
        Of(Encoding.UTF8.GetBytes(text), target, hasHeader);

    public static CsvTable Of(byte[] bytes, string? target = null, bool? hasHeader = null) =>
        CsvReader.Read(() => new MemoryStream(bytes), "t.csv", target, hasHeader);

    public static PreparedTable Prepare(string text, string target, Func<TableSettings, TableSettings>? change = null)
    {
        var settings = new TableSettings { Target = target };
        return PreparedTable.Of(Of(text, target), change?.Invoke(settings) ?? settings);
    }

    public static string Lines(string header, int rows, Func<int, string> row) =>
        header + "\n" + string.Concat(Enumerable.Range(0, rows).Select(i => row(i) + "\n"));
}
