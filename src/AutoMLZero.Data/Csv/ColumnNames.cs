using System.Collections.Immutable;
using System.Globalization;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>The names of the columns of a file.</summary>
internal static class ColumnNames
{
    /// <summary>The names in the header, a column's number where it is blank; the numbers from 1 without header.</summary>
    /// <param name="firstRow">The cells of the first row.</param>
    /// <param name="hasHeader">Whether it is a header.</param>
    /// <param name="source">What errors call the file.</param>
    /// <exception cref="InputException">Two columns have the same name.</exception>
    public static ImmutableArray<string> Of(IReadOnlyList<string> firstRow, bool hasHeader, string source)
    {
        ImmutableArray<string> names = [.. firstRow.Select((cell, index) => hasHeader && cell.Length > 0 ? cell : Number(index))];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!seen.Add(name)) throw new InputException($"{source} has two columns '{name}', expected each name once");
        }

        return names;
    }

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
