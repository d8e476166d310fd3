using AutoMLZero.Numerics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>The operations whose loops depend on the layout of memory; the others are in <see cref="Elementwise"/>.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <remarks>An output may be an input, apart from that of a product with a matrix and of a transpose.</remarks>
internal unsafe interface IKernels<T>
    where T : unmanaged
{
    static abstract void VectorScale(in MemoryLayout<T> layout, T* scalar, T* vector, T* output);

    static abstract void ScaleAdd(in MemoryLayout<T> layout, T* scalar, T* vector, T* added, T* scaled, T* output);

    static abstract void MatrixScale(in MemoryLayout<T> layout, T* scalar, T* matrix, T* output);

    static abstract void Broadcast(in MemoryLayout<T> layout, T* scalar, T* output);

    static abstract void Dot(in MemoryLayout<T> layout, T* a, T* b, T* output);

    static abstract void Outer(in MemoryLayout<T> layout, T* a, T* b, T* output);

    static abstract void OuterAdd(in MemoryLayout<T> layout, T* a, T* b, T* matrix, T* output);

    static abstract void OuterAddProduct(in MemoryLayout<T> layout, T* a, T* b, T* matrix, T* output, T* next, T* product);

    static abstract void MatrixVector(in MemoryLayout<T> layout, T* matrix, T* vector, T* output);

    static abstract void MatrixProduct(in MemoryLayout<T> layout, T* a, T* b, T* output);

    static abstract void Transpose(in MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void Columns(in MemoryLayout<T> layout, T* vector, T* output);

    static abstract void Rows(in MemoryLayout<T> layout, T* vector, T* output);

    static abstract void VectorNorm(in MemoryLayout<T> layout, T* vector, T* output);

    static abstract void VectorMean(in MemoryLayout<T> layout, T* vector, T* output);

    static abstract void VectorStd(in MemoryLayout<T> layout, T* vector, T* output);

    static abstract void MatrixNorm(in MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void MatrixMean(in MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void MatrixStd(in MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void ColumnNorm(in MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void RowNorm(in MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void RowMean(in MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void RowStd(in MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void SetElement(in MemoryLayout<T> layout, T* vector, int element, T value);

    static abstract void SetElement(in MemoryLayout<T> layout, T* matrix, int row, int column, T value);

    static abstract void DrawVector<TDistribution>(in MemoryLayout<T> layout, TDistribution distribution, ulong* stepKeys, T* output)
        where TDistribution : struct, IDistribution;

    static abstract void DrawMatrix<TDistribution>(in MemoryLayout<T> layout, TDistribution distribution, ulong* stepKeys, T* output)
        where TDistribution : struct, IDistribution;
}
