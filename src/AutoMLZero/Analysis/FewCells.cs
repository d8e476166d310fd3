using System.Runtime.CompilerServices;

namespace AutoMLZero.Analysis;

/// <summary>A set of the first 64 cells, in one word: those of programs with up to 21 addresses of a type.</summary>
internal struct FewCells : ICellSet<FewCells>
{
    /// <summary>Number of cells there can be.</summary>
    public const int Capacity = 64;

    /// <summary>A bit for each cell.</summary>
    public ulong Word { get; private set; }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Contains(int cell) => (Word >> cell & 1) != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int cell) => Word |= cell < 0 ? 0 : 1UL << cell;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(int cell) => Word &= ~(1UL << cell);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddAll(in FewCells other) => Word |= other.Word;

    /// <inheritdoc/>
    public readonly bool IsSame(in FewCells other) => Word == other.Word;
}
