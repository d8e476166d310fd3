using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>The sums of the rows of a matrix, of its numbers or of their squares.</summary>
internal readonly unsafe struct RowSums<T>(T* matrix, int dimension, nint lanes, bool squared) : ITerms<T>
    where T : unmanaged
{
    private readonly T* matrix = matrix;
    private readonly int dimension = dimension;
    private readonly nint lanes = lanes;
    private readonly bool squared = squared;

    public Vector512<T> At(nint element)
    {
        var row = matrix + (element * dimension * lanes);
        return squared
            ? LaneSum.Of<Squares<T>, T>(new Squares<T>(row, lanes), dimension)
            : LaneSum.Of<Plain<T>, T>(new Plain<T>(row, lanes), dimension);
    }
}
