using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

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
