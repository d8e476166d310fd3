using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

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
