namespace AutoMLZero.Analysis;

/// <summary>A set of memory cells, as bits.</summary>
/// <typeparam name="TSelf">The set itself.</typeparam>
internal interface ICellSet<TSelf>
    where TSelf : struct, ICellSet<TSelf>
{
    /// <summary>Whether a cell is in the set.</summary>
    bool Contains(int cell);

    /// <summary>Adds a cell, unless it is <see cref="Footprint.None"/>.</summary>
    void Add(int cell);

    /// <summary>Removes a cell.</summary>
    void Remove(int cell);

    /// <summary>Adds all cells of another set.</summary>
    void AddAll(in TSelf other);

    /// <summary>Whether both sets have the same cells.</summary>
    bool IsSame(in TSelf other);
}
