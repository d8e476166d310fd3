using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>
/// Everything that is done to a row of a table to make an example of it, as learned from the training rows. Immutable; kept with a run, so that
/// new rows are treated as the training rows were.
/// </summary>
public sealed record TableTransformation
{
    /// <summary>The least number of features of tasks, to which smaller ones are padded.</summary>
    public const int LeastFeatures = 4;

    /// <summary>The largest number of features.</summary>
    public const int MostFeatures = 1024;

    /// <summary>The columns that are used, in the order of their features.</summary>
    public required ImmutableArray<ColumnTransformation> Columns { get; init; }

    /// <summary>The column to predict.</summary>
    public required TargetTransformation Target { get; init; }

    /// <summary>Whether files name their columns in the first row; else columns go by number.</summary>
    public required bool HasHeader { get; init; }

    /// <summary>Number of columns in the file, the target and those that are not used included.</summary>
    public required int FileColumns { get; init; }

    /// <summary>What the features are called without padding: the column, or <c>column = word</c>.</summary>
    public ImmutableArray<string> FeatureNames => [.. Columns.SelectMany(column => column.FeatureNames)];

    /// <summary>Number of features without padding.</summary>
    public int Width => Columns.Sum(column => column.Width);

    /// <summary>
    /// Number of features F with padding, which is 0 in every row: the least power of two that holds the features and, of several classes,
    /// as many scores.
    /// </summary>
    public int PaddedWidth
    {
        get
        {
            var least = Math.Max(Width, Target.Classes.Length > 2 ? Target.Classes.Length : 1);
            var padded = LeastFeatures;
            while (padded < least) padded *= 2;
            return padded;
        }
    }

    /// <summary>Whether both do the same.</summary>
    /// <param name="other">What to compare with.</param>
    public bool Equals(TableTransformation? other) =>
        other is not null && Target == other.Target && HasHeader == other.HasHeader && FileColumns == other.FileColumns
        && Columns.AsSpan().SequenceEqual(other.Columns.AsSpan());

    /// <summary>A hash for use within one process only.</summary>
    public override int GetHashCode() => HashCode.Combine(Target, HasHeader, FileColumns, Columns.Length);

    /// <summary>The features of all rows of a table with new rows, padded.</summary>
    /// <param name="table">The table; columns are found by name, or by number without header; more columns do not matter, nor does the target.</param>
    /// <returns>The features, row by row.</returns>
    /// <exception cref="InputException">A column is missing, or has values that cannot be transformed.</exception>
    public double[] Features(CsvTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Features(table, [.. Enumerable.Range(0, table.Rows)]);
    }

    /// <summary>The features of some rows, padded.</summary>
    internal double[] Features(CsvTable table, ReadOnlySpan<int> rows)
    {
        var stride = PaddedWidth;
        if ((long)rows.Length * stride > Array.MaxLength)
            throw new InputException($"{table.Source} makes {rows.Length} rows of {stride} features, expected at most {Array.MaxLength / stride} rows");
        var features = new double[rows.Length * stride];
        var at = 0;
        foreach (var column in Columns)
        {
            var cells = Find(table, column.Name);
            column.Check(cells, table.Source);
            for (var i = 0; i < rows.Length; i++) column.Apply(cells, rows[i], features.AsSpan((i * stride) + at, column.Width));
            at += column.Width;
        }

        return features;
    }

    private CsvColumn Find(CsvTable table, string name)
    {
        if (HasHeader) return table[name];
        var (number, target) = (Number(name), Number(Target.Name));
        if (table.Columns.Length == FileColumns) return table.Columns[number - 1];
        if (table.Columns.Length == FileColumns - 1) return table.Columns[number < target ? number - 1 : number - 2];
        throw new InputException($"{table.Source} has {Counted.Of(table.Columns.Length, "column")}, expected {FileColumns} as in training, or one less without the target");
    }

    private static int Number(string name) => int.Parse(name, System.Globalization.CultureInfo.InvariantCulture);
}
