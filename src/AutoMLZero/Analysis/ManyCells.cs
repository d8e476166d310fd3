using System.Runtime.CompilerServices;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>A set of any cells that a program can name, as bits.</summary>
internal struct ManyCells
{
    private const int WordBits = 64;
    private const int WordCount = 3 * MemoryShape.MaxAddresses / WordBits;

    private Words words;

    /// <summary>Makes the set one of some of the first 64 cells.</summary>
    public ulong First
    {
        set
        {
            words = default;
            words[0] = value;
        }
    }

    /// <summary>Whether a cell is in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Contains(int cell) => (words[cell / WordBits] >> cell & 1) != 0;

    /// <summary>Adds a cell, unless it is <see cref="Footprint.None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int cell)
    {
        if (cell >= 0) words[cell / WordBits] |= 1UL << cell;
    }

    /// <summary>Removes a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(int cell) => words[cell / WordBits] &= ~(1UL << cell);

    /// <summary>Adds all cells of another set.</summary>
    public void AddAll(in ManyCells other)
    {
        for (var i = 0; i < WordCount; i++) words[i] |= other.words[i];
    }

    /// <summary>Whether both sets have the same cells.</summary>
    public readonly bool IsSame(in ManyCells other) => ((ReadOnlySpan<ulong>)words).SequenceEqual(other.words);

    [InlineArray(WordCount)]
    private struct Words
    {
        private ulong first;
    }
}
