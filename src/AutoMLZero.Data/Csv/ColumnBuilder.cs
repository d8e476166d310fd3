using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>
/// Collects the cells of a column in one pass, without knowing whether they are numbers or words: numbers until the first word, words until
/// there are too many. So a column takes 8 or 4 bytes a row once it is known what it is.
/// </summary>
/// <param name="name">Name of the column.</param>
/// <param name="allowsDecimalComma">Whether numbers may be written with a decimal comma.</param>
internal sealed class ColumnBuilder(string name, bool allowsDecimalComma)
{
    private const int LongestWord = 200;

    private readonly Dictionary<string, int> codesByWord = new(StringComparer.Ordinal);
    private List<double>? numbers = [];
    private List<int>? codes = [];
    private int missing;
    private int firstMissing;
    private int count;

    /// <summary>Takes the cell of the next row.</summary>
    /// <param name="cell">Its text.</param>
    /// <param name="row">The row in the file, for complaints.</param>
    /// <exception cref="InputException">It is a number that is infinite or too large.</exception>
    public void Add(ReadOnlySpan<char> cell, int row)
    {
        cell = cell.Trim();
        count++;
        if (CellText.IsMissing(cell)) AddMissing(row);
        else
        {
            if (numbers is not null) AddNumber(cell, row);
            if (codes is not null) AddWord(cell);
        }
    }

    /// <summary>The column of all cells so far.</summary>
    public CsvColumn Build()
    {
        var hasValues = missing < count;
        var (words, ordered) = hasValues && codes is not null ? InOrder(codes) : ([], []);
        return new CsvColumn(name, missing, firstMissing, hasValues)
        {
            Kind = !hasValues ? ColumnKind.Text : numbers is not null ? ColumnKind.Number : codes is null ? ColumnKind.Text : ColumnKind.Category,
            Numbers = hasValues && numbers is not null ? numbers.ToArray() : default,
            Categories = words,
            Codes = ordered,
        };
    }

    private void AddMissing(int row)
    {
        if (missing++ == 0) firstMissing = row;
        numbers?.Add(double.NaN);
        codes?.Add(-1);
    }

    private void AddNumber(ReadOnlySpan<char> cell, int row)
    {
        if (!CellText.TryNumber(cell, allowsDecimalComma, out var number)) numbers = null;
        else if (Math.Abs(number) <= CellText.LargestNumber) numbers!.Add(number);
        else throw new InputException($"row {row}, column '{name}': the number is '{Shorten(cell)}', expected at most 1e100 in size");
    }

    private void AddWord(ReadOnlySpan<char> cell)
    {
        var known = codesByWord.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(cell, out var code))
        {
            if (codesByWord.Count == CsvTable.MostCategories || cell.Length > LongestWord)
            {
                codes = null;
                return;
            }

            code = codesByWord.Count;
            known[cell] = code;
        }

        codes!.Add(code);
    }

    private (ImmutableArray<string> Words, int[] Codes) InOrder(List<int> found)
    {
        ImmutableArray<string> words = [.. codesByWord.Keys.Order(StringComparer.Ordinal)];
        var places = new int[words.Length];
        for (var place = 0; place < words.Length; place++) places[codesByWord[words[place]]] = place;
        return (words, [.. found.Select(code => code < 0 ? -1 : places[code])]);
    }

    private static string Shorten(ReadOnlySpan<char> cell) => cell.Length > 40 ? $"{cell[..40]}..." : cell.ToString();
}
