using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>A table that was read from a CSV file. Immutable.</summary>
public sealed class CsvTable
{
    /// <summary>The largest number of different words in a categorical column.</summary>
    public const int MostCategories = 50;

    private const int MostNamesShown = 20;

    internal CsvTable(string source, char delimiter, bool hasHeader, ImmutableArray<CsvColumn> columns, int rows)
    {
        Source = source;
        Delimiter = delimiter;
        HasHeader = hasHeader;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>What errors call the table, such as its file name.</summary>
    public string Source { get; }

    /// <summary>What separates cells.</summary>
    public char Delimiter { get; }

    /// <summary>Whether the first row of the file names the columns.</summary>
    public bool HasHeader { get; }

    /// <summary>The columns, in the order of the file; no two have the same name.</summary>
    public ImmutableArray<CsvColumn> Columns { get; }

    /// <summary>Number of rows, the header apart.</summary>
    public int Rows { get; }

    /// <summary>A column by name.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">There is no such column.</exception>
    public CsvColumn this[string name] => Find(name)
        ?? throw new InputException($"{Source} has no column '{name}', expected one of {Names()}");

    /// <summary>A column by name, or null when there is none.</summary>
    /// <param name="name">Its name.</param>
    public CsvColumn? Find(string name) => Columns.FirstOrDefault(column => column.Name == name);

    private string Names()
    {
        var names = string.Join(", ", Columns.Take(MostNamesShown).Select(column => column.Name));
        return Columns.Length > MostNamesShown ? $"{names} and {Columns.Length - MostNamesShown} more" : names;
    }
}
