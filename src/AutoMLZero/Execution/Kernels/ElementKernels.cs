using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AutoMLZero.Numerics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>
/// Kernels of the layout <c>[task][element]</c>. A matrix is a list of lines: columns when F is small, so that a matrix-vector product needs no
/// sums across a vector register; rows when F is large, so that it reads memory in order.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
internal readonly unsafe struct ElementKernels<T> : IKernels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const MethodImplOptions Optimized = MethodImplOptions.AggressiveOptimization;

    private static int Width => Vector512<T>.Count;

    public static void VectorScale(in MemoryLayout<T> layout, T* scalar, T* vector, T* output) =>
        ScaleTasks(scalar, vector, output, layout.Tasks, layout.TaskStride);

    public static void MatrixScale(in MemoryLayout<T> layout, T* scalar, T* matrix, T* output) =>
        ScaleTasks(scalar, matrix, output, layout.Tasks, layout.TaskStride * layout.Dimension);

    [MethodImpl(Optimized)]
    public static void Broadcast(in MemoryLayout<T> layout, T* scalar, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++) Elementwise.Fill(scalar[task], output + (task * layout.TaskStride), layout.TaskStride);
    }

    [MethodImpl(Optimized)]
    public static void Dot(in MemoryLayout<T> layout, T* a, T* b, T* output)
    {
        var (stride, dimension) = (layout.TaskStride, layout.Dimension);
        for (nint task = 0; task < layout.Tasks; task++)
            output[task] = ElementSum<T>.Of(new Products<T>(a + (task * stride), 1, b + (task * stride), 1), dimension);
    }

    [MethodImpl(Optimized)]
    public static void Outer(in MemoryLayout<T> layout, T* a, T* b, T* output)
    {
        var (lines, stride) = (layout.Dimension, layout.TaskStride);
        var along = layout.IsByColumns ? a : b;
        var across = layout.IsByColumns ? b : a;
        for (nint task = 0; task < layout.Tasks; task++, along += stride, across += stride)
        {
            for (nint line = 0; line < lines; line++, output += stride)
            {
                var factor = Vector512.Create(across[line]);
                for (nint i = 0; i < stride; i += Width) (factor * Vector512.LoadAligned(along + i)).StoreAligned(output + i);
            }
        }
    }

    [MethodImpl(Optimized)]
    public static void OuterAdd(in MemoryLayout<T> layout, T* a, T* b, T* matrix, T* output)
    {
        var (tasks, lines, stride) = (layout.Tasks, layout.Dimension, layout.TaskStride);
        if (lines == Sixteen<T>.Dimension)
        {
            Sixteen<T>.OuterAdd(a, b, matrix, output, tasks);
            return;
        }

        var along = layout.IsByColumns ? a : b;
        var across = layout.IsByColumns ? b : a;
        for (nint task = 0; task < tasks; task++, along += stride, across += stride)
        {
            for (nint line = 0; line < lines; line++, output += stride, matrix += stride)
            {
                var factor = Vector512.Create(across[line]);
                for (nint i = 0; i < stride; i += Width)
                    ((factor * Vector512.LoadAligned(along + i)) + Vector512.LoadAligned(matrix + i)).StoreAligned(output + i);
            }
        }
    }

    public static void MatrixVector(in MemoryLayout<T> layout, T* matrix, T* vector, T* output)
    {
        if (layout.Dimension == Sixteen<T>.Dimension)
        {
            Sixteen<T>.MatrixVector(matrix, vector, output, layout.Tasks);
            return;
        }

        var stride = layout.TaskStride;
        for (nint task = 0; task < layout.Tasks; task++)
        {
            var lines = matrix + (task * stride * layout.Dimension);
            if (layout.IsByColumns) Combine(lines, vector + (task * stride), output + (task * stride), layout.Dimension, stride);
            else DotLines(lines, vector + (task * stride), output + (task * stride), layout.Dimension, stride);
        }
    }

    public static void MatrixProduct(in MemoryLayout<T> layout, T* a, T* b, T* output)
    {
        var stride = layout.TaskStride;
        var lines = layout.IsByColumns ? a : b;
        var factors = layout.IsByColumns ? b : a;
        for (nint task = 0; task < layout.Tasks; task++)
        {
            var start = task * stride * layout.Dimension;
            for (nint line = 0; line < layout.Dimension; line++)
                Combine(lines + start, factors + start + (line * stride), output + start + (line * stride), layout.Dimension, stride);
        }
    }

    [MethodImpl(Optimized)]
    public static void Transpose(in MemoryLayout<T> layout, T* matrix, T* output)
    {
        var (dimension, stride) = (layout.Dimension, layout.TaskStride);
        for (nint task = 0; task < layout.Tasks; task++, matrix += stride * dimension, output += stride * dimension)
        {
            for (nint line = 0; line < dimension; line++)
            {
                for (nint i = 0; i < dimension; i++) output[(line * stride) + i] = matrix[(i * stride) + line];
            }
        }
    }

    public static void Columns(in MemoryLayout<T> layout, T* vector, T* output)
    {
        if (layout.IsByColumns) RepeatVector(layout, vector, output);
        else RepeatElements(layout, vector, output);
    }

    public static void Rows(in MemoryLayout<T> layout, T* vector, T* output)
    {
        if (layout.IsByColumns) RepeatElements(layout, vector, output);
        else RepeatVector(layout, vector, output);
    }

    public static void VectorNorm(in MemoryLayout<T> layout, T* vector, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++) output[task] = T.Sqrt(SquareSum(layout, vector + (task * layout.TaskStride)));
    }

    public static void VectorMean(in MemoryLayout<T> layout, T* vector, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++) output[task] = Sum(layout, vector + (task * layout.TaskStride)) / Count(layout.Dimension);
    }

    public static void VectorStd(in MemoryLayout<T> layout, T* vector, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++)
        {
            var elements = vector + (task * layout.TaskStride);
            output[task] = Deviation(Sum(layout, elements), SquareSum(layout, elements), Count(layout.Dimension));
        }
    }

    public static void MatrixNorm(in MemoryLayout<T> layout, T* matrix, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++) output[task] = T.Sqrt(MatrixSum(layout, Task(layout, matrix, task), true));
    }

    public static void MatrixMean(in MemoryLayout<T> layout, T* matrix, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++)
            output[task] = MatrixSum(layout, Task(layout, matrix, task), false) / Count((long)layout.Dimension * layout.Dimension);
    }

    public static void MatrixStd(in MemoryLayout<T> layout, T* matrix, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++)
        {
            var start = Task(layout, matrix, task);
            var count = Count((long)layout.Dimension * layout.Dimension);
            output[task] = Deviation(MatrixSum(layout, start, false), MatrixSum(layout, start, true), count);
        }
    }

    public static void ColumnNorm(in MemoryLayout<T> layout, T* matrix, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++, output += layout.TaskStride)
        {
            LineSums(layout, Task(layout, matrix, task), output, squared: true, along: layout.IsByColumns);
            Elementwise.Unary<SquareRoot<T>, T>(output, output, layout.TaskStride);
        }
    }

    public static void RowNorm(in MemoryLayout<T> layout, T* matrix, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++, output += layout.TaskStride)
        {
            RowSums(layout, Task(layout, matrix, task), output, squared: true);
            Elementwise.Unary<SquareRoot<T>, T>(output, output, layout.TaskStride);
        }
    }

    public static void RowMean(in MemoryLayout<T> layout, T* matrix, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++, output += layout.TaskStride)
        {
            RowSums(layout, Task(layout, matrix, task), output, squared: false);
            for (nint i = 0; i < layout.Dimension; i++) output[i] /= Count(layout.Dimension);
        }
    }

    public static void RowStd(in MemoryLayout<T> layout, T* matrix, T* output)
    {
        using var scratch = new NativeBuffer((nuint)(layout.TaskStride * sizeof(T)));
        var squares = (T*)scratch.Pointer;
        for (nint task = 0; task < layout.Tasks; task++, output += layout.TaskStride)
        {
            RowSums(layout, Task(layout, matrix, task), output, squared: false);
            RowSums(layout, Task(layout, matrix, task), squares, squared: true);
            for (nint i = 0; i < layout.Dimension; i++) output[i] = Deviation(output[i], squares[i], Count(layout.Dimension));
        }
    }

    public static void SetElement(in MemoryLayout<T> layout, T* vector, int element, T value)
    {
        for (nint task = 0; task < layout.Tasks; task++) vector[(task * layout.TaskStride) + element] = value;
    }

    public static void SetElement(in MemoryLayout<T> layout, T* matrix, int row, int column, T value)
    {
        var (line, i) = layout.IsByColumns ? (column, row) : (row, column);
        for (nint task = 0; task < layout.Tasks; task++) Task(layout, matrix, task)[(line * layout.TaskStride) + i] = value;
    }

    public static void DrawVector<TDistribution>(in MemoryLayout<T> layout, TDistribution distribution, ulong* stepKeys, T* output)
        where TDistribution : struct, IDistribution
    {
        for (nint task = 0; task < layout.Tasks; task++)
            RandomFill.Elements(distribution, stepKeys[task], 0, output + (task * layout.TaskStride), layout.TaskStride);
    }

    public static void DrawMatrix<TDistribution>(in MemoryLayout<T> layout, TDistribution distribution, ulong* stepKeys, T* output)
        where TDistribution : struct, IDistribution
    {
        var (dimension, stride) = (layout.Dimension, layout.TaskStride);
        using var scratch = new NativeBuffer((nuint)(stride * sizeof(T)));
        for (nint task = 0; task < layout.Tasks; task++)
        {
            var matrix = Task(layout, output, task);
            for (nint row = 0; row < dimension; row++)
            {
                var target = layout.IsByColumns ? (T*)scratch.Pointer : matrix + (row * stride);
                RandomFill.Elements(distribution, stepKeys[task], row * dimension, target, stride);
                for (nint i = 0; layout.IsByColumns && i < dimension; i++) matrix[(i * stride) + row] = target[i];
            }
        }
    }

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
        using var scratch = new NativeBuffer((nuint)(layout.TaskStride * sizeof(T)));
        RowSums(layout, matrix, (T*)scratch.Pointer, squared);
        return Sum(layout, (T*)scratch.Pointer);
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

        for (nint i = 0; i < stride; i += Width)
        {
            var sum = squared
                ? LaneSum.Of<Squares<T>, T>(new Squares<T>(matrix + i, stride), layout.Dimension)
                : LaneSum.Of<Plain<T>, T>(new Plain<T>(matrix + i, stride), layout.Dimension);
            sum.StoreAligned(output + i);
        }
    }

    /// <summary>The sum of all lines, each times its factor.</summary>
    [MethodImpl(Optimized)]
    private static void Combine(T* lines, T* factors, T* output, int dimension, nint stride)
    {
        for (nint i = 0; i < stride; i += Width)
            LaneSum.Of<Scaled<T>, T>(new Scaled<T>(lines + i, stride, factors), dimension).StoreAligned(output + i);
    }

    [MethodImpl(Optimized)]
    private static void DotLines(T* lines, T* vector, T* output, int dimension, nint stride)
    {
        for (nint line = 0; line < dimension; line++)
            output[line] = ElementSum<T>.Of(new Products<T>(lines + (line * stride), 1, vector, 1), dimension);
    }

    [MethodImpl(Optimized)]
    private static void ScaleTasks(T* scalar, T* a, T* output, int tasks, nint stride)
    {
        for (nint task = 0; task < tasks; task++, a += stride, output += stride)
        {
            var factor = Vector512.Create(scalar[task]);
            for (nint i = 0; i < stride; i += Width) (factor * Vector512.LoadAligned(a + i)).StoreAligned(output + i);
        }
    }

    private static void RepeatVector(in MemoryLayout<T> layout, T* vector, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++, vector += layout.TaskStride)
        {
            for (nint line = 0; line < layout.Dimension; line++, output += layout.TaskStride) Elementwise.Copy(vector, output, layout.TaskStride);
        }
    }

    private static void RepeatElements(in MemoryLayout<T> layout, T* vector, T* output)
    {
        for (nint task = 0; task < layout.Tasks; task++, vector += layout.TaskStride)
        {
            for (nint line = 0; line < layout.Dimension; line++, output += layout.TaskStride)
                Elementwise.Fill(vector[line], output, layout.TaskStride);
        }
    }
}
