using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>
/// Columns of a matrix, a vector of rows of each, to which an outer product is added where they are, each then times its own factor. To be asked for every element once.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="rows">The first factor of the outer product, for these rows.</param>
/// <param name="columns">The second.</param>
/// <param name="matrix">These rows of the first column.</param>
/// <param name="output">Where they go.</param>
/// <param name="stride">Numbers from a column to the next.</param>
/// <param name="factors">A factor a column.</param>
internal readonly unsafe struct UpdatedColumns<T>(Vector512<T> rows, T* columns, T* matrix, T* output, nint stride, T* factors) : ITerms<T>
    where T : unmanaged
{
    private readonly Vector512<T> rows = rows;
    private readonly T* columns = columns;
    private readonly T* matrix = matrix;
    private readonly T* output = output;
    private readonly nint stride = stride;
    private readonly T* factors = factors;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<T> At(nint element)
    {
        var sum = (Vector512.Create(columns[element]) * rows) + Vector512.LoadAligned(matrix + (element * stride));
        sum.StoreAligned(output + (element * stride));
        return sum * Vector512.Create(factors[element]);
    }
}
