using System.Text;
using AutoMLZero.Data.Csv;

namespace AutoMLZero.Data.Tests.Csv;

public class CsvReaderTests
{
    [Theory]
    [InlineData("size,price,town\n1.5,10,Bonn\n2.5,20,Köln\n", ',')]
    [InlineData("size;price;town\n1,5;10;Bonn\n2,5;20;Köln\n", ';')]
    [InlineData("size;price;town\r\n1.5;10;Bonn\r\n2.5;20;Köln", ';')]
    [InlineData("size\tprice\ttown\n1.5\t10\tBonn\n2.5\t20\tKöln\n", '\t')]
    [InlineData("size|price|town\r1.5|10|Bonn\r2.5|20|Köln\r", '|')]
    [InlineData("\"size\",\"price\",\"town\"\n\n\"1.5\",10,\"Bonn\"\n   \n 2.5 , 20 , Köln \n\n\n", ',')]
    public void Files_of_the_usual_kinds_are_the_same_table(string text, char delimiter)
    {
        var table = Tables.Of(text);
        Assert.Equal(delimiter, table.Delimiter);
        Assert.True(table.HasHeader);
        Assert.Equal(2, table.Rows);
        Assert.Equal(["size", "price", "town"], table.Columns.Select(column => column.Name));
        Assert.Equal([1.5, 2.5], table["size"].Numbers.ToArray());
        Assert.Equal([10, 20], table["price"].Numbers.ToArray());
        Assert.Equal(ColumnKind.Category, table["town"].Kind);
        Assert.Equal(["Bonn", "Köln"], table["town"].Categories);
        Assert.Equal([0, 1], table["town"].Codes.ToArray());
    }

    [Fact]
    public void Quoted_cells_hold_delimiters_quotes_and_lines()
    {
        var table = Tables.Of("a,b\n\"x, \"\"y\"\"\",\"one\ntwo\"\nz,3\n");
        Assert.Equal(["x, \"y\"", "z"], table["a"].Categories);
        Assert.Equal(["3", "one\ntwo"], table["b"].Categories);
    }

    [Theory]
    [InlineData("1,2\n3,4\n", null, false)]
    [InlineData("a,2\nb,4\n", null, false)]
    [InlineData("a,b\nc,d\n", null, true)]
    [InlineData("2019,2020,growth\n1,2,3\n", "growth", true)]
    [InlineData("2019,2020,growth\n1,2,3\n", "2020", false)]
    public void A_first_row_with_a_number_is_data_unless_it_names_the_target(string text, string? target, bool hasHeader)
    {
        var table = Tables.Of(text, target);
        Assert.Equal(hasHeader, table.HasHeader);
        Assert.Equal(hasHeader ? 1 : 2, table.Rows);
        if (!hasHeader) Assert.Equal(["1", "2"], table.Columns.Take(2).Select(column => column.Name));
    }

    [Fact]
    public void A_header_can_be_said_to_be_there_or_not()
    {
        Assert.Equal(1, Tables.Of("1,2\n3,4\n", hasHeader: true).Rows);
        Assert.Equal(2, Tables.Of("a,b\nc,d\n", hasHeader: false).Rows);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public void Encodings_are_found_out(string name, bool hasMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Straße,Preis in €\nAllée,7\n")];
        var table = Tables.Of(bytes);
        Assert.Equal(["Allée"], table["Straße"].Categories);
        Assert.Equal([7], table["Preis in €"].Numbers.ToArray());
    }

    [Fact]
    public void Missing_values_are_counted_and_do_not_make_words_of_numbers()
    {
        var table = Tables.Of("a,b,c,d\n1,x,,1\n\nNA,?,n/a,2\n3,,NaN,3\nnull,y,NULL,4\n");
        Assert.Equal([1, double.NaN, 3, double.NaN], table["a"].Numbers.ToArray());
        Assert.Equal((2, 4), (table["a"].Missing, table["a"].FirstMissingRow));
        Assert.Equal([0, -1, -1, 1], table["b"].Codes.ToArray());
        Assert.False(table["c"].HasValues);
        Assert.Equal((4, 2), (table["c"].Missing, table["c"].FirstMissingRow));
        Assert.Equal((0, 0), (table["d"].Missing, table["d"].FirstMissingRow));
        Assert.Equal([false, true, true, false], Enumerable.Range(0, 4).Select(table["b"].IsMissing));
    }

    [Fact]
    public void A_column_of_very_many_texts_is_neither_numbers_nor_words()
    {
        var table = Tables.Of(Tables.Lines("name,kind,count", 200, i => $"n{i},k{i % 50},{i}"));
        Assert.Equal([ColumnKind.Text, ColumnKind.Category, ColumnKind.Number], table.Columns.Select(column => column.Kind));
    }

    [Fact]
    public void A_blank_name_is_the_number_of_the_column() =>
        Assert.Equal(["1", "x", "3"], Tables.Of(",x,\na,1,2\n").Columns.Select(column => column.Name));

    [Theory]
    [InlineData("", "t.csv has no rows, expected a header and data")]
    [InlineData("\n \n", "t.csv has no rows, expected a header and data")]
    [InlineData("a,b\n1,2\n\n1,2,3\n", "t.csv, row 4 has 3 cells, expected 2 as in the first row")]
    [InlineData("a,b\n1,2\n3\n", "t.csv, row 3 has 1 cell, expected 2 as in the first row")]
    [InlineData("a,b\n1,\"2\n3,4\n", "t.csv, row 2: a quoted cell is not closed or goes on after its closing quote, expected \"\" for a quote within quotes")]
    [InlineData("a,b\n1,\"2\"3\n", "t.csv, row 2: a quoted cell is not closed or goes on after its closing quote, expected \"\" for a quote within quotes")]
    [InlineData("a,b,a\n1,2,3\n", "t.csv has two columns 'a', expected each name once")]
    [InlineData("a,b\n1,1e200\n", "t.csv, row 2, column 'b': the number is '1e200', expected at most 1e100 in size")]
    [InlineData("a\0b\n", "t.csv is not text, expected a CSV file")]
    public void What_is_no_table_is_told_in_a_sentence(string text, string message) =>
        Assert.Equal(message, Complaints.Of(() => Tables.Of(text)));

    [Fact]
    public void Files_that_are_not_there_are_told_in_a_sentence()
    {
        Assert.Equal("there is no file 'no/such.csv'", Complaints.Of(() => CsvReader.ReadFile("no/such.csv")));
        var folder = Path.GetTempPath();
        Assert.Equal($"'{folder}' is a directory, expected a CSV file", Complaints.Of(() => CsvReader.ReadFile(folder)));
    }

    [Fact]
    public void Reading_can_be_canceled() =>
        Assert.Throws<OperationCanceledException>(() => CsvReader.Read(
            () => new MemoryStream("a,b\n1,2\n"u8.ToArray()), "t.csv", cancellation: new CancellationToken(true)));

    [Fact]
    public void A_large_file_is_gone_through_once_in_memory_for_its_numbers_alone()
    {
        const int Rows = 100_000;
        const int Columns = 12;
        var bytes = Encoding.UTF8.GetBytes(Tables.Lines(
            string.Join(',', Enumerable.Range(0, Columns).Select(i => $"c{i}")),
            Rows,
            row => string.Join(',', Enumerable.Range(0, Columns - 1).Select(i => $"{(row * 31) + i}.{i}")) + $",w{row % 7}"));
        var reported = new List<int>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var table = CsvReader.Read(() => new MemoryStream(bytes), "t.csv", progress: new Immediate<int>(reported.Add), cancellation: TestContext.Current.CancellationToken);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(Rows, table.Rows);
        Assert.Equal(Columns - 1, table.Columns.Count(column => column.Kind == ColumnKind.Number));

        // A number takes 8 bytes; lists that double as they grow take up to three times that before they are arrays, which take it once more.
        Assert.InRange(allocated, Rows * Columns * 8, Rows * Columns * 8 * 5);
        Assert.Equal(reported.Order(), reported);
        Assert.True(reported.Count > 10);
    }
}
