namespace AutoMLZero.Analysis;

/// <summary>The kinds of <see cref="Source"/>.</summary>
internal enum SourceKind : byte
{
    /// <summary>No operand.</summary>
    None,

    /// <summary>A value computed before in the same function.</summary>
    Value,

    /// <summary>A memory cell as the function finds it; its index is the number of the cell.</summary>
    Entry,

    /// <summary>Zero; its index is the type.</summary>
    Zero,
}
