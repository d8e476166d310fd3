using System.Runtime.CompilerServices;

namespace AutoMLZero.Analysis;

/// <summary>A set of memory cells, as bits. Reused from program to program.</summary>
internal sealed class CellSet
{
    private const int WordBits = 64;

    private ulong[] words = [0];
    private int count = 1;

    /// <summary>Whether a cell is in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(int cell) => (words[cell / WordBits] >> cell & 1) != 0;

    /// <summary>Empties the set and makes room.</summary>
    public void Clear(int cells)
    {
        count = (cells + WordBits - 1) / WordBits;
        if (words.Length < count) words = new ulong[count];
        else Array.Clear(words, 0, count);
    }

    /// <summary>Adds a cell, unless it is <see cref="Footprint.None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int cell)
    {
        if (cell >= 0) words[cell / WordBits] |= 1UL << cell;
    }

    /// <summary>Removes a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(int cell) => words[cell / WordBits] &= ~(1UL << cell);

    /// <summary>Makes the set equal to another.</summary>
    public void Set(CellSet other) => Array.Copy(other.words, words, count);

    /// <summary>Adds all cells of another set.</summary>
    /// <returns>Whether any is new.</returns>
    public bool AddAll(CellSet other)
    {
        var news = 0UL;
        for (var i = 0; i < count; i++)
        {
            news |= other.words[i] & ~words[i];
            words[i] |= other.words[i];
        }

        return news != 0;
    }
}
