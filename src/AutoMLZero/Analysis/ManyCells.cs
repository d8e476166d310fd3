using System.Runtime.CompilerServices;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>A set of any cells that a program can name.</summary>
internal struct ManyCells : ICellSet<ManyCells>
{
    private const int WordBits = 64;
    private const int WordCount = 3 * MemoryShape.MaxAddresses / WordBits;

    private Words words;

    /// <summary>The same cells.</summary>
    public static ManyCells From(FewCells few)
    {
        var many = default(ManyCells);
        many.words[0] = few.Word;
        return many;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Contains(int cell) => (words[cell / WordBits] >> cell & 1) != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int cell)
    {
        if (cell >= 0) words[cell / WordBits] |= 1UL << cell;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(int cell) => words[cell / WordBits] &= ~(1UL << cell);

    /// <inheritdoc/>
    public void AddAll(in ManyCells other)
    {
        for (var i = 0; i < WordCount; i++) words[i] |= other.words[i];
    }

    /// <inheritdoc/>
    public readonly bool IsSame(in ManyCells other) => ((ReadOnlySpan<ulong>)words).SequenceEqual(other.words);

    [InlineArray(WordCount)]
    private struct Words
    {
        private ulong first;
    }
}
