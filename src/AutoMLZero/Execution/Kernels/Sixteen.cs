using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>
/// Matrix kernels of the layout of elements for 16 features, the size of most of the paper's tasks: a column is one vector of float or two of
/// double, which the compiler knows, so that no loop is left inside a matrix.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
internal static unsafe class Sixteen<T>
    where T : unmanaged
{
    /// <summary>The number of features.</summary>
    public const int Dimension = 16;

    private const int Column = Dimension;
    private const int Matrix = Dimension * Dimension;

    /// <summary>Matrix-vector product; the output is not an input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MatrixVector(T* matrix, T* vector, T* output, int tasks)
    {
        for (var task = 0; task < tasks; task++, matrix += Matrix, vector += Column, output += Column)
        {
            LaneSum.Of<Scaled<T>, T>(new Scaled<T>(matrix, Column, vector), Dimension).StoreAligned(output);
            if (Vector512<T>.Count == Column) continue;
            LaneSum.Of<Scaled<T>, T>(new Scaled<T>(matrix + Vector512<T>.Count, Column, vector), Dimension).StoreAligned(output + Vector512<T>.Count);
        }
    }

    /// <summary>As <see cref="OuterAdd"/>, and the product of the sum with the next vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OuterAddProduct(T* a, T* b, T* matrix, T* output, T* next, T* product, int tasks)
    {
        for (var task = 0; task < tasks; task++, a += Column, b += Column, matrix += Matrix, output += Matrix, next += Column, product += Column)
        {
            for (var row = 0; row < Column; row += Vector512<T>.Count)
            {
                var updated = new UpdatedColumns<T>(Vector512.LoadAligned(a + row), b, matrix + row, output + row, Column, next);
                LaneSum.Of<UpdatedColumns<T>, T>(updated, Dimension).StoreAligned(product + row);
            }
        }
    }

    /// <summary>Element (i, j) is a[i] * b[j] + matrix[i, j]; the output may be the matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OuterAdd(T* a, T* b, T* matrix, T* output, int tasks)
    {
        for (var task = 0; task < tasks; task++, a += Column, b += Column)
        {
            var first = Vector512.LoadAligned(a);
            var second = Vector512<T>.Count == Column ? default : Vector512.LoadAligned(a + Vector512<T>.Count);
            for (var column = 0; column < Dimension; column++, matrix += Column, output += Column)
            {
                var factor = Vector512.Create(b[column]);
                ((factor * first) + Vector512.LoadAligned(matrix)).StoreAligned(output);
                if (Vector512<T>.Count == Column) continue;
                ((factor * second) + Vector512.LoadAligned(matrix + Vector512<T>.Count)).StoreAligned(output + Vector512<T>.Count);
            }
        }
    }
}
