using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>Operations that spread, move or set elements in the layout <c>[cell][element][lane]</c>.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal static unsafe class LaneStructures<T>
    where T : unmanaged
{
    private static int Width => Vector512<T>.Count;

    /// <summary>Every element times the scalar; the output may be the second operand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(T* scalar, T* a, T* output, nint elements, int lanes)
    {
        for (var lane = 0; lane < lanes; lane += Width)
        {
            var factor = Vector512.LoadAligned(scalar + lane);
            for (nint at = lane; at < elements * lanes; at += lanes) (factor * Vector512.LoadAligned(a + at)).StoreAligned(output + at);
        }
    }

    /// <summary>The scalar in every element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Broadcast(T* scalar, T* output, nint elements, int lanes)
    {
        for (var lane = 0; lane < lanes; lane += Width)
        {
            var value = Vector512.LoadAligned(scalar + lane);
            for (nint at = lane; at < elements * lanes; at += lanes) value.StoreAligned(output + at);
        }
    }

    /// <summary>Element (i, j) is a[i] * b[j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Outer(T* a, T* b, T* output, int dimension, int lanes)
    {
        for (nint i = 0; i < dimension; i++) Scale(a + (i * lanes), b, output + (i * dimension * lanes), dimension, lanes);
    }

    /// <summary>Element (i, j) is a[i] * b[j] + matrix[i, j]; the output may be the matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OuterAdd(T* a, T* b, T* matrix, T* output, int dimension, int lanes)
    {
        var row = (nint)dimension * lanes;
        for (nint i = 0; i < dimension; i++, a += lanes, matrix += row, output += row)
        {
            for (var lane = 0; lane < lanes; lane += Width)
            {
                var factor = Vector512.LoadAligned(a + lane);
                for (nint at = lane; at < row; at += lanes)
                    ((factor * Vector512.LoadAligned(b + at)) + Vector512.LoadAligned(matrix + at)).StoreAligned(output + at);
            }
        }
    }

    /// <summary>Element (i, j) is a[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Columns(T* a, T* output, int dimension, int lanes)
    {
        for (nint i = 0; i < dimension; i++) Broadcast(a + (i * lanes), output + (i * dimension * lanes), dimension, lanes);
    }

    /// <summary>Element (i, j) is a[j].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows(T* a, T* output, int dimension, int lanes)
    {
        var row = (nint)dimension * lanes;
        for (nint i = 0; i < dimension; i++) Elementwise.Copy(a, output + (i * row), row);
    }

    /// <summary>The transpose; the output is not the input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(T* a, T* output, int dimension, int lanes)
    {
        for (nint i = 0; i < dimension; i++)
        {
            for (nint j = 0; j < dimension; j++) Elementwise.Copy(a + (((j * dimension) + i) * lanes), output + (((i * dimension) + j) * lanes), lanes);
        }
    }
}
