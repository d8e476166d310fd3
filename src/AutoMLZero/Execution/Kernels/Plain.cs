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
