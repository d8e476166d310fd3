using System.Collections.Immutable;

namespace AutoMLZero.Data.Csv;

/// <summary>A column of a table: numbers, or words of which there are few, or text of which only is known that it is neither.</summary>
public sealed class CsvColumn
{
    internal CsvColumn(string name, int missing, int firstMissingRow, bool hasValues)
    {
        HasValues = hasValues;
        Name = name;
        Missing = missing;
        FirstMissingRow = firstMissingRow;
    }

    /// <summary>Its name: that in the header, or its number from 1 in a file without header.</summary>
    public string Name { get; }

    /// <summary>What its cells are.</summary>
    public ColumnKind Kind { get; internal init; } = ColumnKind.Text;

    /// <summary>Number of rows in which it has no value.</summary>
    public int Missing { get; }

    /// <summary>The first row of the file without value, counted from 1 and with the header; 0 when there is none.</summary>
    public int FirstMissingRow { get; }

    /// <summary>The numbers of a numeric column, a row each, NaN where the value is missing; else empty.</summary>
    public ReadOnlyMemory<double> Numbers { get; internal init; }

    /// <summary>
    /// For each row the place of its text in <see cref="Categories"/>, -1 where it is missing; empty when there are too many different texts. A
    /// numeric column has it too when its numbers are few.
    /// </summary>
    public ReadOnlyMemory<int> Codes { get; internal init; }

    /// <summary>The different texts, in ordinal order, when they are not too many.</summary>
    public ImmutableArray<string> Categories { get; internal init; } = [];

    /// <summary>Whether any row has a value.</summary>
    public bool HasValues { get; }

    /// <summary>Whether a row has no value; of a text column with values that is not known, and false.</summary>
    /// <param name="row">The row, from 0.</param>
    public bool IsMissing(int row) => Kind switch
    {
        ColumnKind.Number => double.IsNaN(Numbers.Span[row]),
        ColumnKind.Category => Codes.Span[row] < 0,
        _ => !HasValues,
    };
}
