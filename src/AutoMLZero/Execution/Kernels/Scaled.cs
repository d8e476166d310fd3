using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

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
