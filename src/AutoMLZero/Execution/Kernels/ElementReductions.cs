using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>Norms, means and standard deviations in the layout <c>[task][element]</c>. A matrix is a list of lines: columns or rows.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal static unsafe class ElementReductions<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What kernels need memory to be aligned to: bytes to add to memory on the stack.</summary>
    public const int Alignment = 64;

    /// <summary>Euclidean norm of the vector of each task.</summary>
    public static void VectorNorm(in MemoryLayout<T> layout, T* vector, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++) output[task] = T.Sqrt(SquareSum(layout, vector + (task * layout.TaskStride)));
    }

    /// <summary>Mean of the vector of each task.</summary>
    public static void VectorMean(in MemoryLayout<T> layout, T* vector, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++) output[task] = Sum(layout, vector + (task * layout.TaskStride)) / Count(layout.Dimension);
    }

    /// <summary>Standard deviation of the vector of each task.</summary>
    public static void VectorStd(in MemoryLayout<T> layout, T* vector, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++)
        {
            var elements = vector + (task * layout.TaskStride);
            output[task] = Deviation(Sum(layout, elements), SquareSum(layout, elements), Count(layout.Dimension));
        }
    }

    /// <summary>Frobenius norm of the matrix of each task.</summary>
    public static void MatrixNorm(in MemoryLayout<T> layout, T* matrix, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++) output[task] = T.Sqrt(MatrixSum(layout, Task(layout, matrix, task), true));
    }

    /// <summary>Mean of the matrix of each task.</summary>
    public static void MatrixMean(in MemoryLayout<T> layout, T* matrix, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++)
            output[task] = MatrixSum(layout, Task(layout, matrix, task), false) / Count((long)layout.Dimension * layout.Dimension);
    }

    /// <summary>Standard deviation of the matrix of each task.</summary>
    public static void MatrixStd(in MemoryLayout<T> layout, T* matrix, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++)
        {
            var start = Task(layout, matrix, task);
            var count = Count((long)layout.Dimension * layout.Dimension);
            output[task] = Deviation(MatrixSum(layout, start, false), MatrixSum(layout, start, true), count);
        }
    }

    /// <summary>Euclidean norm of each column.</summary>
    public static void ColumnNorm(in MemoryLayout<T> layout, T* matrix, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++, output += layout.TaskStride)
        {
            LineSums(layout, Task(layout, matrix, task), output, squared: true, along: layout.IsByColumns);
            Elementwise.Unary<SquareRoot<T>, T>(output, output, layout.TaskStride);
        }
    }

    /// <summary>Euclidean norm of each row.</summary>
    public static void RowNorm(in MemoryLayout<T> layout, T* matrix, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++, output += layout.TaskStride)
        {
            RowSums(layout, Task(layout, matrix, task), output, squared: true);
            Elementwise.Unary<SquareRoot<T>, T>(output, output, layout.TaskStride);
        }
    }

    /// <summary>Mean of each row.</summary>
    public static void RowMean(in MemoryLayout<T> layout, T* matrix, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++, output += layout.TaskStride)
        {
            RowSums(layout, Task(layout, matrix, task), output, squared: false);
            for (nint i = 0; i < layout.Dimension; i++) output[i] /= Count(layout.Dimension);
        }
    }

    /// <summary>Standard deviation of each row.</summary>
    public static void RowStd(in MemoryLayout<T> layout, T* matrix, T* output)
    {
        var scratch = stackalloc byte[(int)(layout.TaskStride * sizeof(T)) + Alignment];
        var squares = Aligned(scratch);
        for (nint task = 0; task < layout.Tasks; task++, output += layout.TaskStride)
        {
            RowSums(layout, Task(layout, matrix, task), output, squared: false);
            RowSums(layout, Task(layout, matrix, task), squares, squared: true);
            for (nint i = 0; i < layout.Dimension; i++) output[i] = Deviation(output[i], squares[i], Count(layout.Dimension));
        }
    }

    /// <summary>The first aligned place in memory on the stack.</summary>
    public static T* Aligned(byte* memory) => (T*)(((nint)memory + Alignment - 1) / Alignment * Alignment);

    private static T Count(long count) => T.CreateTruncating(count);

    private static T* Task(in MemoryLayout<T> layout, T* matrix, nint task) => matrix + (task * layout.TaskStride * layout.Dimension);

    private static T Sum(in MemoryLayout<T> layout, T* elements) => ElementSum<T>.Of(new Plain<T>(elements, 1), layout.Dimension);

    private static T SquareSum(in MemoryLayout<T> layout, T* elements) => ElementSum<T>.Of(new Squares<T>(elements, 1), layout.Dimension);

    private static T Deviation(T sum, T squareSum, T count)
    {
        var mean = sum / count;
        return T.Sqrt((squareSum / count) - (mean * mean));
    }

    private static T MatrixSum(in MemoryLayout<T> layout, T* matrix, bool squared)
    {
        var scratch = stackalloc byte[(int)(layout.TaskStride * sizeof(T)) + Alignment];
        RowSums(layout, matrix, Aligned(scratch), squared);
        return Sum(layout, Aligned(scratch));
    }

    private static void RowSums(in MemoryLayout<T> layout, T* matrix, T* output, bool squared) =>
        LineSums(layout, matrix, output, squared, along: !layout.IsByColumns);

    /// <summary>Sums along each line, or across the lines.</summary>
    private static void LineSums(in MemoryLayout<T> layout, T* matrix, T* output, bool squared, bool along)
    {
        var stride = layout.TaskStride;
        if (along)
        {
            for (nint line = 0; line < layout.Dimension; line++)
                output[line] = squared ? SquareSum(layout, matrix + (line * stride)) : Sum(layout, matrix + (line * stride));
            return;
        }

        for (nint i = 0; i < stride; i += Vector512<T>.Count)
        {
            var sum = squared
                ? LaneSum.Of<Squares<T>, T>(new Squares<T>(matrix + i, stride), layout.Dimension)
                : LaneSum.Of<Plain<T>, T>(new Plain<T>(matrix + i, stride), layout.Dimension);
            sum.StoreAligned(output + i);
        }
    }
}
