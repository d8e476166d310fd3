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

    [MethodImpl(Optimized)]
    public static void ScaleAdd(in MemoryLayout<T> layout, T* scalar, T* vector, T* added, T* scaled, T* output)
    {
        var (tasks, stride) = (layout.Tasks, layout.TaskStride);
        nint i = 0;
        for (nint task = 0; task < tasks; task++)
        {
            var factor = Vector512.Create(scalar[task]);
            for (var end = i + stride; i < end; i += Width)
            {
                var product = factor * Vector512.LoadAligned(vector + i);
                product.StoreAligned(scaled + i);
                (product + Vector512.LoadAligned(added + i)).StoreAligned(output + i);
            }
        }
    }

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
        if (dimension == Sixteen<T>.Dimension && SixteenSums<T>.IsSupported)
        {
            SixteenSums<T>.Dot(a, b, output, layout.Tasks);
            return;
        }

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

    public static void OuterAddProduct(in MemoryLayout<T> layout, T* a, T* b, T* matrix, T* output, T* next, T* product)
    {
        if (layout.Dimension == Sixteen<T>.Dimension)
        {
            Sixteen<T>.OuterAddProduct(a, b, matrix, output, next, product, layout.Tasks);
            return;
        }

        var (stride, size) = (layout.TaskStride, layout.TaskStride * layout.Dimension);
        for (nint task = 0; task < layout.Tasks; task++, a += stride, b += stride, matrix += size, output += size, next += stride, product += stride)
        {
            if (layout.IsByColumns) UpdateAndCombine(a, b, matrix, output, next, product, layout.Dimension, stride);
            else UpdateAndDot(a, b, matrix, output, next, product, layout.Dimension, stride);
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

    public static void VectorNorm(in MemoryLayout<T> layout, T* vector, T* output) => ElementReductions<T>.VectorNorm(layout, vector, output);

    public static void VectorMean(in MemoryLayout<T> layout, T* vector, T* output) => ElementReductions<T>.VectorMean(layout, vector, output);

    public static void VectorStd(in MemoryLayout<T> layout, T* vector, T* output) => ElementReductions<T>.VectorStd(layout, vector, output);

    public static void MatrixNorm(in MemoryLayout<T> layout, T* matrix, T* output) => ElementReductions<T>.MatrixNorm(layout, matrix, output);

    public static void MatrixMean(in MemoryLayout<T> layout, T* matrix, T* output) => ElementReductions<T>.MatrixMean(layout, matrix, output);

    public static void MatrixStd(in MemoryLayout<T> layout, T* matrix, T* output) => ElementReductions<T>.MatrixStd(layout, matrix, output);

    public static void ColumnNorm(in MemoryLayout<T> layout, T* matrix, T* output) => ElementReductions<T>.ColumnNorm(layout, matrix, output);

    public static void RowNorm(in MemoryLayout<T> layout, T* matrix, T* output) => ElementReductions<T>.RowNorm(layout, matrix, output);

    public static void RowMean(in MemoryLayout<T> layout, T* matrix, T* output) => ElementReductions<T>.RowMean(layout, matrix, output);

    public static void RowStd(in MemoryLayout<T> layout, T* matrix, T* output) => ElementReductions<T>.RowStd(layout, matrix, output);

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
        var scratch = stackalloc byte[(int)(stride * sizeof(T)) + ElementReductions<T>.Alignment];
        for (nint task = 0; task < layout.Tasks; task++)
        {
            var matrix = Task(layout, output, task);
            for (nint row = 0; row < dimension; row++)
            {
                var target = layout.IsByColumns ? ElementReductions<T>.Aligned(scratch) : matrix + (row * stride);
                RandomFill.Elements(distribution, stepKeys[task], row * dimension, target, stride);
                for (nint i = 0; layout.IsByColumns && i < dimension; i++) matrix[(i * stride) + row] = target[i];
            }
        }
    }

    private static T* Task(MemoryLayout<T> layout, T* matrix, nint task) => matrix + (task * layout.TaskStride * layout.Dimension);

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

    /// <summary>Adds an outer product to a matrix of columns, and sums all columns, each times its factor.</summary>
    [MethodImpl(Optimized)]
    private static void UpdateAndCombine(T* a, T* b, T* matrix, T* output, T* next, T* product, int dimension, nint stride)
    {
        for (nint i = 0; i < stride; i += Width)
            LaneSum.Of<UpdatedColumns<T>, T>(new UpdatedColumns<T>(Vector512.LoadAligned(a + i), b, matrix + i, output + i, stride, next), dimension).StoreAligned(product + i);
    }

    /// <summary>Adds an outer product to a matrix of rows, and multiplies each with a vector.</summary>
    [MethodImpl(Optimized)]
    private static void UpdateAndDot(T* a, T* b, T* matrix, T* output, T* next, T* product, int dimension, nint stride)
    {
        for (nint line = 0; line < dimension; line++, matrix += stride, output += stride)
            product[line] = ElementSum<T>.Of(new UpdatedRow<T>(Vector512.Create(a[line]), b, matrix, output, next), dimension);
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
