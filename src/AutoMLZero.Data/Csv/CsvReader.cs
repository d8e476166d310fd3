using System.Collections.Immutable;
using System.Text;
using AutoMLZero.Language;
using Sylvan.Data.Csv;

namespace AutoMLZero.Data.Csv;

/// <summary>
/// Reads CSV files of any of the usual kinds: delimiter, header, encoding and the types of columns are found out. The file is gone through once;
/// what is kept of a column is 8 bytes a row or less.
/// </summary>
public static class CsvReader
{
    /// <summary>The largest number of cells of a table.</summary>
    public const long MostCells = 200_000_000;

    /// <summary>The largest number of columns of a table.</summary>
    public const int MostColumns = 10_000;

    private const int SampleLength = 1 << 16;
    private const int LongestRow = 1 << 24;
    private const int RowsBetweenLooks = 1 << 12;

    /// <summary>Windows-1252, which old spreadsheets write; as a fallback it takes any bytes.</summary>
    private static readonly Encoding Legacy = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Reads a table.</summary>
    /// <param name="open">Opens the file at its beginning; called twice or more.</param>
    /// <param name="source">What errors call the file.</param>
    /// <param name="target">The column that the user names, which tells a header; null when there is none.</param>
    /// <param name="hasHeader">Whether the first row names the columns; found out when null.</param>
    /// <param name="progress">Hears now and then how many rows were read.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InputException">The file is not a table; the message says where, what was found and what was expected.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CsvTable Read(
        Func<Stream> open,
        string source,
        string? target = null,
        bool? hasHeader = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            return Read(encoding => new StreamReader(open(), encoding), new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            return Read(encoding => new StreamReader(open(), encoding), Legacy);
        }

        CsvTable Read(Func<Encoding, TextReader> read, Encoding encoding) =>
            new CsvTableReader(source, target, hasHeader, progress, cancellation).Read(() => read(encoding));
    }

    /// <summary>Reads a table from a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="target">The column that the user names, which tells a header; null when there is none.</param>
    /// <param name="hasHeader">Whether the first row names the columns; found out when null.</param>
    /// <param name="progress">Hears now and then how many rows were read.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InputException">The file does not exist, cannot be read, or is not a table.</exception>
    public static CsvTable ReadFile(
        string path,
        string? target = null,
        bool? hasHeader = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        try
        {
            if (Directory.Exists(path)) throw new InputException($"'{path}' is a directory, expected a CSV file");
            return Read(() => File.OpenRead(path), Path.GetFileName(path), target, hasHeader, progress, cancellation);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"there is no file '{path}'", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"the file '{path}' cannot be read: {problem.Message}", problem);
        }
    }

    private sealed class CsvTableReader(
        string source, string? target, bool? hasHeader, IProgress<int>? progress, CancellationToken cancellation)
    {
        public CsvTable Read(Func<TextReader> open)
        {
            char delimiter;
            using (var text = open()) delimiter = CsvDialect.DetectDelimiter(Beginning(text));
            try
            {
                using var text = open();
                using var reader = CsvDataReader.Create(text, Options(delimiter));
                return Read(reader, delimiter);
            }
            catch (CsvFormatException problem)
            {
                throw new InputException($"{source}, row {problem.RowNumber}: {Reason(problem)}", problem);
            }
        }

        private CsvTable Read(CsvDataReader reader, char delimiter)
        {
            if (!ReadRow(reader)) throw new InputException($"{source} has no rows, expected a header and data");
            var first = Cells(reader);
            var isDecimalComma = new CsvDialect(delimiter, true).AllowsDecimalComma;
            var dialect = new CsvDialect(delimiter, hasHeader ?? CsvDialect.DetectHeader(first, target, isDecimalComma));
            if (first.Length > MostColumns)
                throw new InputException($"{source} has {first.Length} columns, expected at most {MostColumns}");
            var names = ColumnNames.Of(first, dialect.HasHeader, source);
            ColumnBuilder[] columns = [.. names.Select(name => new ColumnBuilder(name, dialect.AllowsDecimalComma))];
            var rows = 0;
            if (!dialect.HasHeader) Add(reader, columns, rows++);
            while (ReadRow(reader)) Add(reader, columns, rows++);
            return new CsvTable(source, delimiter, dialect.HasHeader, [.. columns.Select(column => column.Build())], rows);
        }

        private void Add(CsvDataReader reader, ColumnBuilder[] columns, int rows)
        {
            if (rows % RowsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(rows);
            }

            if (reader.RowFieldCount != columns.Length)
                throw new InputException($"{source}, row {reader.RowNumber} has {Counted.Of(reader.RowFieldCount, "cell")}, expected {columns.Length} as in the first row");
            if ((rows + 1L) * columns.Length > MostCells)
                throw new InputException($"{source} has more than {MostCells} cells, expected fewer: take a sample of its rows");
            try
            {
                for (var i = 0; i < columns.Length; i++) columns[i].Add(reader.GetFieldSpan(i), reader.RowNumber);
            }
            catch (InputException problem)
            {
                throw new InputException($"{source}, {problem.Message}", problem);
            }
        }

        /// <summary>Goes to the next row that is not blank.</summary>
        private static bool ReadRow(CsvDataReader reader)
        {
            while (reader.Read())
            {
                if (reader.RowFieldCount != 1 || !reader.GetFieldSpan(0).IsWhiteSpace()) return true;
            }

            return false;
        }

        private static ImmutableArray<string> Cells(CsvDataReader reader)
        {
            var cells = ImmutableArray.CreateBuilder<string>(reader.RowFieldCount);
            for (var i = 0; i < reader.RowFieldCount; i++) cells.Add(reader.GetFieldSpan(i).Trim().ToString());
            return cells.MoveToImmutable();
        }

        private ReadOnlySpan<char> Beginning(TextReader text)
        {
            var sample = new char[SampleLength];
            var beginning = sample.AsSpan(0, text.ReadBlock(sample));
            if (beginning.Contains('\0')) throw new InputException($"{source} is not text, expected a CSV file");
            return beginning;
        }

        private static CsvDataReaderOptions Options(char delimiter) => new()
        {
            HasHeaders = false,
            Delimiter = delimiter,
            Comment = '\0',
            CsvStyle = CsvStyle.Standard,
            MaxBufferSize = LongestRow,
        };

        private static string Reason(CsvFormatException problem) => problem switch
        {
            CsvRecordTooLargeException => $"it is longer than {LongestRow} characters, expected a closing quote before",
            CsvInvalidCharacterException =>
                "a quoted cell is not closed or goes on after its closing quote, expected \"\" for a quote within quotes",
            _ => problem.Message,
        };
    }
}
