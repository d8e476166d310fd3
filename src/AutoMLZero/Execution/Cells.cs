using AutoMLZero.Language;

namespace AutoMLZero.Execution;

/// <summary>Where the cells of a program are in memory: all scalars, then all vectors, then all matrices.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="memory">Room for <see cref="Count"/> numbers.</param>
/// <param name="shape">The addresses of the program.</param>
/// <param name="layout">The layout of a cell.</param>
internal readonly unsafe struct Cells<T>(T* memory, MemoryShape shape, MemoryLayout<T> layout)
    where T : unmanaged
{
    private readonly T* scalars = memory;
    private readonly T* vectors = memory + (shape.Scalars * (nint)layout.Lanes);
    private readonly T* matrices = memory + (shape.Scalars * (nint)layout.Lanes) + (shape.Vectors * layout.VectorSize);
    private readonly nint scalarSize = layout.Lanes;
    private readonly nint vectorSize = layout.VectorSize;
    private readonly nint matrixSize = layout.MatrixSize;

    /// <summary>The numbers of all cells.</summary>
    /// <param name="shape">The addresses of a program.</param>
    /// <param name="layout">The layout of a cell.</param>
    public static nint Count(MemoryShape shape, in MemoryLayout<T> layout) =>
        (shape.Scalars * (nint)layout.Lanes) + (shape.Vectors * layout.VectorSize) + (shape.Matrices * layout.MatrixSize);

    /// <summary>The memory of an address.</summary>
    public T* At(OperandType type, int address) => type switch
    {
        OperandType.Scalar => scalars + (address * scalarSize),
        OperandType.Vector => vectors + (address * vectorSize),
        _ => matrices + (address * matrixSize),
    };
}
