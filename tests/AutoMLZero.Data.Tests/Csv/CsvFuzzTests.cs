using System.Globalization;
using System.Text;
using AutoMLZero.Data.Csv;
using AutoMLZero.Data.Tests.Images;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Data.Tests.Csv;

/// <summary>
/// A damaged table ends with one sentence, or it is read right: as a reader reads that takes lines apart at delimiters, where no quotes or
/// carriage returns say otherwise; and what comes out of the preparation is finite.
/// </summary>
public class CsvFuzzTests
{
    private const int Corruptions = 10_000;

    [Theory]
    [InlineData("houses.csv", "price")]
    [InlineData("machines.csv", "failed")]
    public void Damaged_sample_tables_are_refused_or_read_right(string name, string target) =>
        Fuzz(Corruptions, Head(name), bytes => Read(bytes, target));

    [Fact]
    public void Damaged_tables_with_quotes_and_missing_values_are_refused_or_read_right()
    {
        var text = Tables.Lines("\"a, b\";c;\"y\"\"\"", 60, i => $"\"{i},5\";{(i % 7 == 0 ? "NA" : "w" + (i % 3))};{i * i}");
        Fuzz(Corruptions, Encoding.UTF8.GetBytes(text), bytes => Read(bytes, "y\""));
    }

    [Fact]
    public void Damaged_new_rows_are_refused_or_transformed()
    {
        var transformation = PreparedTable.Of(Samples.Table("houses.csv"), new TableSettings { Target = "price", Impute = true }).Transformation;
        Fuzz(Corruptions / 2, Head("houses.csv"), bytes => CheckFinite(transformation.Features(Tables.Of(bytes, hasHeader: true))));
    }

    [Fact]
    public void Damaged_transformations_are_refused_or_of_use()
    {
        var houses = Samples.Table("houses.csv");
        var text = TransformationFile.Write(PreparedTable.Of(houses, new TableSettings { Target = "price" }).Transformation);
        Fuzz(Corruptions / 2, Encoding.UTF8.GetBytes(text), bytes =>
        {
            var transformation = TransformationFile.Read(Encoding.UTF8.GetString(bytes), "t.csv");
            Assert.Equal(transformation, TransformationFile.Read(TransformationFile.Write(transformation), "t.csv"));
            _ = transformation.Target.Text(0);
            TransformOrRefuse(transformation, houses);
        });
    }

    private static void Fuzz(int corruptions, byte[] bytes, Action<byte[]> read)
    {
        var random = new RandomSource(1);
        read(bytes);
        var refused = 0;
        for (var i = 0; i < corruptions; i++)
        {
            try
            {
                read(Corruption.Of(bytes, random));
            }
            catch (InputException error)
            {
                Assert.DoesNotContain('\n', error.Message);
                Assert.StartsWith("t.csv", error.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, corruptions / 10, corruptions - (corruptions / 100));
    }

    /// <summary>A transformation of another table is told by the name of the table, not by its own.</summary>
    private static void TransformOrRefuse(TableTransformation transformation, CsvTable table)
    {
        try
        {
            Assert.Equal(table.Rows * transformation.PaddedWidth, transformation.Features(table).Length);
        }
        catch (InputException error)
        {
            Assert.StartsWith(table.Source, error.Message, StringComparison.Ordinal);
        }
    }

    private static byte[] Head(string name) => Encoding.UTF8.GetBytes(string.Concat(File.ReadLines(Samples.Path(name)).Take(100).Select(line => line + "\n")));

    private static void Read(byte[] bytes, string target)
    {
        var table = Tables.Of(bytes, target);
        Check(table, bytes);
        var prepared = PreparedTable.Of(table, new TableSettings { Target = target, Impute = true });
        Assert.True(prepared.Training.Count + prepared.HeldOut.Count <= table.Rows);
        CheckFinite(prepared.Training.Features.Span);
    }

    private static void CheckFinite(ReadOnlySpan<double> features)
    {
        foreach (var feature in features)
        {
            if (!double.IsFinite(feature)) Assert.Fail($"{feature} is not finite");
        }
    }

    private static void Check(CsvTable table, byte[] bytes)
    {
        if (bytes.AsSpan().ContainsAny<byte>([(byte)'"', (byte)'\r', 0xfe, 0xff])) return;
        string[][] rows = [.. Decode(bytes).Split('\n').Where(line => line.AsSpan().Trim().Length > 0).Skip(table.HasHeader ? 1 : 0)
            .Select(line => line.Split(table.Delimiter))];
        Assert.Equal(rows.Length, table.Rows);
        for (var i = 0; i < table.Columns.Length; i++) Check(table.Columns[i], [.. rows.Select(row => row[i].Trim())], table.Delimiter);
    }

    private static void Check(CsvColumn column, string[] cells, char delimiter)
    {
        for (var row = 0; row < cells.Length; row++)
        {
            if (column.Kind == ColumnKind.Text || column.IsMissing(row)) continue;
            var isRight = column.Kind == ColumnKind.Category
                ? cells[row] == column.Categories[column.Codes.Span[row]]
                : Number(cells[row], delimiter) == column.Numbers.Span[row];
            if (!isRight) Assert.Fail($"'{cells[row]}' in row {row} of '{column.Name}' is not what was read");
        }
    }

    private static double Number(string cell, char delimiter) =>
        double.Parse(delimiter == ';' ? cell.Replace(',', '.') : cell, CultureInfo.InvariantCulture);

    private static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}
