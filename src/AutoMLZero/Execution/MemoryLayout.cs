using System.Runtime.Intrinsics;
using AutoMLZero.Language;

namespace AutoMLZero.Execution;

/// <summary>
/// Where the numbers of a cell are. Scalars are always one a task. Vectors are <c>[element][task]</c> ("lanes") when F is small, so that a
/// vector instruction works on many tasks; else <c>[task][element]</c> ("elements"), so that it works on many elements without padding tasks.
/// Programs compute the same bits in both.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
internal readonly record struct MemoryLayout<T>
    where T : unmanaged
{
    /// <summary>From this number of features on, tasks are apart and elements are together.</summary>
    private const int SmallestElements = 16;

    /// <summary>Up to this number of features matrices are stored by columns in the layout of elements, beyond by rows.</summary>
    private const int LargestByColumns = 64;

    /// <summary>The better layout for a number of features and tasks.</summary>
    /// <param name="dimension">Number of features F.</param>
    /// <param name="tasks">Number of tasks D.</param>
    /// <param name="examples">Number of examples of each task that are lanes at the same time; more than 1 only in the layout of lanes.</param>
    public MemoryLayout(int dimension, int tasks, int examples = 1)
    {
        Dimension = dimension;
        Tasks = tasks;
        Examples = examples;
        LanesOfExample = tasks == 1 && examples > 1 ? 1 : Padded(tasks);
        Lanes = Padded(LanesOfExample * examples);
        IsLanes = dimension < SmallestElements || examples > 1;
        IsByColumns = !IsLanes && dimension <= LargestByColumns;
        PaddedDimension = IsLanes ? dimension : Padded(dimension);
        TaskStride = IsLanes ? 1 : PaddedDimension;
        ElementStride = IsLanes ? Lanes : 1;
        VectorSize = (nint)(IsLanes ? Lanes : Tasks) * PaddedDimension;
        MatrixSize = VectorSize * Dimension;
    }

    /// <summary>Number of features F.</summary>
    public int Dimension { get; }

    /// <summary>Number of tasks D.</summary>
    public int Tasks { get; }

    /// <summary>Number of examples of each task that are lanes at the same time.</summary>
    public int Examples { get; }

    /// <summary>Number of tasks, padded to a whole number of vectors; 1 when the examples of one task are lanes.</summary>
    public int LanesOfExample { get; }

    /// <summary>Number of lanes, a whole number of vectors: those of an example, then those of the next.</summary>
    public int Lanes { get; }

    /// <summary>Whether the tasks of an element are together.</summary>
    public bool IsLanes { get; }

    /// <summary>Whether the elements of a column of a matrix are together, in the layout of elements.</summary>
    public bool IsByColumns { get; }

    /// <summary>Number of features, padded to a whole number of vectors in the layout of elements.</summary>
    public int PaddedDimension { get; }

    /// <summary>Numbers from a task to the next in a vector cell.</summary>
    public nint TaskStride { get; }

    /// <summary>Numbers from an element to the next in a vector cell.</summary>
    public nint ElementStride { get; }

    /// <summary>Number of numbers in a vector cell.</summary>
    public nint VectorSize { get; }

    /// <summary>Number of numbers in a matrix cell.</summary>
    public nint MatrixSize { get; }

    /// <summary>Number of numbers in a cell of a type.</summary>
    public nint Size(OperandType type) => type switch
    {
        OperandType.Scalar => Lanes,
        OperandType.Vector => VectorSize,
        _ => MatrixSize,
    };

    /// <summary>Numbers from the start of a matrix cell to an element of the first task.</summary>
    public nint OffsetOf(int row, int column) => IsLanes
        ? ((row * (nint)Dimension) + column) * Lanes
        : IsByColumns ? (column * (nint)PaddedDimension) + row : (row * (nint)PaddedDimension) + column;

    private static int Padded(int count) => (count + Vector512<T>.Count - 1) / Vector512<T>.Count * Vector512<T>.Count;
}
