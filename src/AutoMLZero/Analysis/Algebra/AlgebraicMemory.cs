using AutoMLZero.Language;

namespace AutoMLZero.Analysis.Algebra;

/// <summary>
/// Memory of field elements. Vectors have as many elements as there are features, but at most <see cref="MostElements"/>: enough to tell programs
/// apart, and fast.
/// </summary>
internal sealed class AlgebraicMemory
{
    /// <summary>The largest number of elements of a vector.</summary>
    public const int MostElements = 4;

    private readonly ulong[] cells;
    private readonly int vectors;
    private readonly int matrices;

    /// <summary>Makes room.</summary>
    /// <param name="shape">The addresses that exist.</param>
    /// <param name="dimension">Number of features F.</param>
    public AlgebraicMemory(MemoryShape shape, int dimension)
    {
        Features = dimension;
        Dimension = Math.Min(dimension, MostElements);
        vectors = shape.Scalars;
        matrices = vectors + (shape.Vectors * Dimension);
        cells = new ulong[matrices + (shape.Matrices * Dimension * Dimension)];
    }

    /// <summary>Number of features F.</summary>
    public int Features { get; }

    /// <summary>Number of elements of a vector.</summary>
    public int Dimension { get; }

    /// <summary>A scalar.</summary>
    public ref ulong Scalar(int address) => ref cells[address];

    /// <summary>The elements of a vector.</summary>
    public Span<ulong> Vector(int address) => cells.AsSpan(vectors + (address * Dimension), Dimension);

    /// <summary>The elements of a matrix, row by row.</summary>
    public Span<ulong> Matrix(int address) => cells.AsSpan(matrices + (address * Dimension * Dimension), Dimension * Dimension);

    /// <summary>The elements of any operand.</summary>
    public Span<ulong> Elements(OperandType type, int address) => type switch
    {
        OperandType.Scalar => cells.AsSpan(address, 1),
        OperandType.Vector => Vector(address),
        _ => Matrix(address),
    };

    /// <summary>Makes everything zero.</summary>
    public void Clear() => Array.Clear(cells);

    /// <summary>Makes everything equal to another memory of the same size.</summary>
    public void Set(AlgebraicMemory other) => Array.Copy(other.cells, cells, cells.Length);
}
