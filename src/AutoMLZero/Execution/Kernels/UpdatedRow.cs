using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>A row of a matrix to which a row of an outer product is added where it is, then times a vector. To be asked for every element once.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="factor">The first factor of the outer product, for this row.</param>
/// <param name="columns">The second.</param>
/// <param name="row">The row.</param>
/// <param name="output">Where it goes.</param>
/// <param name="vector">The vector.</param>
internal readonly unsafe struct UpdatedRow<T>(Vector512<T> factor, T* columns, T* row, T* output, T* vector) : ITerms<T>
    where T : unmanaged
{
    private readonly Vector512<T> factor = factor;
    private readonly T* columns = columns;
    private readonly T* row = row;
    private readonly T* output = output;
    private readonly T* vector = vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<T> At(nint element)
    {
        var sum = (factor * Vector512.LoadAligned(columns + element)) + Vector512.LoadAligned(row + element);
        sum.StoreAligned(output + element);
        return sum * Vector512.LoadAligned(vector + element);
    }
}
