namespace AutoMLZero.Data.Csv;

/// <summary>What the cells of a column are.</summary>
public enum ColumnKind : byte
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Words, at most <see cref="CsvTable.MostCategories"/> different ones.</summary>
    Category,

    /// <summary>More different texts than that, such as names or sentences.</summary>
    Text,
}
