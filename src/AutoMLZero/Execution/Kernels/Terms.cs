using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>Numbers at a stride.</summary>
internal readonly unsafe struct Plain<T>(T* a, nint stride) : ITerms<T>
    where T : unmanaged
{
    private readonly T* a = a;
    private readonly nint stride = stride;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<T> At(nint element) => Vector512.LoadAligned(a + (element * stride));
}

/// <summary>Squares of numbers at a stride.</summary>
internal readonly unsafe struct Squares<T>(T* a, nint stride) : ITerms<T>
    where T : unmanaged
{
    private readonly T* a = a;
    private readonly nint stride = stride;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<T> At(nint element)
    {
        var x = Vector512.LoadAligned(a + (element * stride));
        return x * x;
    }
}

/// <summary>Products of numbers at two strides.</summary>
internal readonly unsafe struct Products<T>(T* a, nint strideA, T* b, nint strideB) : ITerms<T>
    where T : unmanaged
{
    private readonly T* a = a;
    private readonly T* b = b;
    private readonly nint strideA = strideA;
    private readonly nint strideB = strideB;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<T> At(nint element) => Vector512.LoadAligned(a + (element * strideA)) * Vector512.LoadAligned(b + (element * strideB));
}

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

/// <summary>Vectors at a stride, each times its own factor.</summary>
internal readonly unsafe struct Scaled<T>(T* a, nint stride, T* factors) : ITerms<T>
    where T : unmanaged
{
    private readonly T* a = a;
    private readonly nint stride = stride;
    private readonly T* factors = factors;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<T> At(nint element) => Vector512.LoadAligned(a + (element * stride)) * Vector512.Create(factors[element]);
}
