using System.Numerics;
using AutoMLZero.Numerics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>Kernels of the layout <c>[element][task]</c>.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal readonly unsafe struct LaneKernels<T> : IKernels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static void VectorScale(in MemoryLayout<T> layout, T* scalar, T* vector, T* output) =>
        LaneStructures<T>.Scale(scalar, vector, output, layout.Dimension, layout.Lanes);

    public static void ScaleAdd(in MemoryLayout<T> layout, T* scalar, T* vector, T* added, T* scaled, T* output)
    {
        VectorScale(layout, scalar, vector, scaled);
        Elementwise.Binary<Add<T>, T>(scaled, added, output, layout.VectorSize);
    }

    public static void MatrixScale(in MemoryLayout<T> layout, T* scalar, T* matrix, T* output) =>
        LaneStructures<T>.Scale(scalar, matrix, output, (nint)layout.Dimension * layout.Dimension, layout.Lanes);

    public static void Broadcast(in MemoryLayout<T> layout, T* scalar, T* output) =>
        LaneStructures<T>.Broadcast(scalar, output, layout.Dimension, layout.Lanes);

    public static void Dot(in MemoryLayout<T> layout, T* a, T* b, T* output) =>
        LaneReductions<T>.Dot(a, b, output, layout.Dimension, layout.Lanes);

    public static void Outer(in MemoryLayout<T> layout, T* a, T* b, T* output) =>
        LaneStructures<T>.Outer(a, b, output, layout.Dimension, layout.Lanes);

    public static void OuterAdd(in MemoryLayout<T> layout, T* a, T* b, T* matrix, T* output) =>
        LaneStructures<T>.OuterAdd(a, b, matrix, output, layout.Dimension, layout.Lanes);

    public static void OuterAddProduct(in MemoryLayout<T> layout, T* a, T* b, T* matrix, T* output, T* next, T* product)
    {
        OuterAdd(layout, a, b, matrix, output);
        MatrixVector(layout, output, next, product);
    }

    public static void MatrixVector(in MemoryLayout<T> layout, T* matrix, T* vector, T* output) =>
        LaneReductions<T>.MatrixVector(matrix, vector, output, layout.Dimension, layout.Lanes);

    public static void MatrixProduct(in MemoryLayout<T> layout, T* a, T* b, T* output) =>
        LaneReductions<T>.MatrixMatrix(a, b, output, layout.Dimension, layout.Lanes);

    public static void Transpose(in MemoryLayout<T> layout, T* matrix, T* output) =>
        LaneStructures<T>.Transpose(matrix, output, layout.Dimension, layout.Lanes);

    public static void Columns(in MemoryLayout<T> layout, T* vector, T* output) =>
        LaneStructures<T>.Columns(vector, output, layout.Dimension, layout.Lanes);

    public static void Rows(in MemoryLayout<T> layout, T* vector, T* output) =>
        LaneStructures<T>.Rows(vector, output, layout.Dimension, layout.Lanes);

    public static void VectorNorm(in MemoryLayout<T> layout, T* vector, T* output) =>
        LaneReductions<T>.Norm(vector, output, 1, 0, 1, layout.Dimension, layout.Lanes);

    public static void VectorMean(in MemoryLayout<T> layout, T* vector, T* output) =>
        LaneReductions<T>.Mean(vector, output, 1, 0, 1, layout.Dimension, layout.Lanes);

    public static void VectorStd(in MemoryLayout<T> layout, T* vector, T* output) =>
        LaneReductions<T>.Std(vector, output, 1, 0, 1, layout.Dimension, layout.Lanes);

    public static void MatrixNorm(in MemoryLayout<T> layout, T* matrix, T* output) =>
        LaneReductions<T>.MatrixNorm(matrix, output, layout.Dimension, layout.Lanes);

    public static void MatrixMean(in MemoryLayout<T> layout, T* matrix, T* output) =>
        LaneReductions<T>.MatrixMean(matrix, output, layout.Dimension, layout.Lanes);

    public static void MatrixStd(in MemoryLayout<T> layout, T* matrix, T* output) =>
        LaneReductions<T>.MatrixStd(matrix, output, layout.Dimension, layout.Lanes);

    public static void ColumnNorm(in MemoryLayout<T> layout, T* matrix, T* output) =>
        LaneReductions<T>.Norm(matrix, output, layout.Dimension, 1, layout.Dimension, layout.Dimension, layout.Lanes);

    public static void RowNorm(in MemoryLayout<T> layout, T* matrix, T* output) =>
        LaneReductions<T>.Norm(matrix, output, layout.Dimension, layout.Dimension, 1, layout.Dimension, layout.Lanes);

    public static void RowMean(in MemoryLayout<T> layout, T* matrix, T* output) =>
        LaneReductions<T>.Mean(matrix, output, layout.Dimension, layout.Dimension, 1, layout.Dimension, layout.Lanes);

    public static void RowStd(in MemoryLayout<T> layout, T* matrix, T* output) =>
        LaneReductions<T>.Std(matrix, output, layout.Dimension, layout.Dimension, 1, layout.Dimension, layout.Lanes);

    public static void SetElement(in MemoryLayout<T> layout, T* vector, int element, T value) =>
        Elementwise.Fill(value, vector + ((nint)element * layout.Lanes), layout.Lanes);

    public static void SetElement(in MemoryLayout<T> layout, T* matrix, int row, int column, T value) =>
        SetElement(layout, matrix, (row * layout.Dimension) + column, value);

    public static void DrawVector<TDistribution>(in MemoryLayout<T> layout, TDistribution distribution, ulong* stepKeys, T* output)
        where TDistribution : struct, IDistribution =>
        Draw(layout, distribution, stepKeys, output, layout.Dimension);

    public static void DrawMatrix<TDistribution>(in MemoryLayout<T> layout, TDistribution distribution, ulong* stepKeys, T* output)
        where TDistribution : struct, IDistribution =>
        Draw(layout, distribution, stepKeys, output, (nint)layout.Dimension * layout.Dimension);

    private static void Draw<TDistribution>(in MemoryLayout<T> layout, TDistribution distribution, ulong* stepKeys, T* output, nint elements)
        where TDistribution : struct, IDistribution
    {
        for (nint element = 0; element < elements; element++)
            RandomFill.Lanes(distribution, stepKeys, element, output + (element * layout.Lanes), layout.Lanes);
    }
}
