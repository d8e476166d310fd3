using AutoMLZero.Numerics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>The operations whose loops depend on the layout of memory; the others are in <see cref="Elementwise"/>.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <remarks>An output may be an input, apart from that of a product with a matrix and of a transpose.</remarks>
internal unsafe interface IKernels<T>
    where T : unmanaged
{
    static abstract void VectorScale(MemoryLayout<T> layout, T* scalar, T* vector, T* output);

    static abstract void MatrixScale(MemoryLayout<T> layout, T* scalar, T* matrix, T* output);

    static abstract void Broadcast(MemoryLayout<T> layout, T* scalar, T* output);

    static abstract void Dot(MemoryLayout<T> layout, T* a, T* b, T* output);

    static abstract void Outer(MemoryLayout<T> layout, T* a, T* b, T* output);

    static abstract void MatrixVector(MemoryLayout<T> layout, T* matrix, T* vector, T* output);

    static abstract void MatrixProduct(MemoryLayout<T> layout, T* a, T* b, T* output);

    static abstract void Transpose(MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void Columns(MemoryLayout<T> layout, T* vector, T* output);

    static abstract void Rows(MemoryLayout<T> layout, T* vector, T* output);

    static abstract void VectorNorm(MemoryLayout<T> layout, T* vector, T* output);

    static abstract void VectorMean(MemoryLayout<T> layout, T* vector, T* output);

    static abstract void VectorStd(MemoryLayout<T> layout, T* vector, T* output);

    static abstract void MatrixNorm(MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void MatrixMean(MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void MatrixStd(MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void ColumnNorm(MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void RowNorm(MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void RowMean(MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void RowStd(MemoryLayout<T> layout, T* matrix, T* output);

    static abstract void SetElement(MemoryLayout<T> layout, T* vector, int element, T value);

    static abstract void SetElement(MemoryLayout<T> layout, T* matrix, int row, int column, T value);

    static abstract void DrawVector<TDistribution>(MemoryLayout<T> layout, TDistribution distribution, ulong* stepKeys, T* output)
        where TDistribution : struct, IDistribution;

    static abstract void DrawMatrix<TDistribution>(MemoryLayout<T> layout, TDistribution distribution, ulong* stepKeys, T* output)
        where TDistribution : struct, IDistribution;
}
