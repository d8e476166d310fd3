using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;

namespace AutoMLZero.Benchmarks.Kernels;

/// <summary>What the machine can do at most: arithmetic in registers, loads and stores over memory that fits into each level of cache and none.</summary>
/// <typeparam name="T">double or float.</typeparam>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
[Config(typeof(KernelConfig))]
public unsafe class RooflineBenchmarks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Rounds = 1000;
    private const int OperationsInRound = 2 * 12;
    private const long BytesInAll = 256 << 20;

    private T* memory;

    /// <summary>Sizes of memory, gone through until <see cref="BytesInAll"/> bytes are done.</summary>
    public IEnumerable<KernelWork> Memories =>
        from bytes in new[] { 16 << 10, 256 << 10, 8 << 20, 256 << 20 } select new KernelWork($"{bytes >> 10} KiB", 0, BytesInAll, bytes);

    /// <summary>The arithmetic of <see cref="Rounds"/> rounds.</summary>
    public IEnumerable<KernelWork> Registers => [new("registers", OperationsInRound * (double)Vector512<T>.Count * Rounds, 0, 0)];

    /// <summary>Makes the memory.</summary>
    [GlobalSetup]
    public void Setup()
    {
        memory = (T*)NativeMemory.AlignedAlloc((nuint)BytesInAll, 64);
        NativeMemory.Clear(memory, (nuint)BytesInAll);
    }

    /// <summary>Fused multiply-adds.</summary>
    [Benchmark]
    [ArgumentsSource(nameof(Registers))]
    public T FusedMultiplyAdd(KernelWork work) => Roofline<T>.FusedMultiplyAdds(Rounds);

    /// <summary>Multiplications and additions, each rounded, as kernels do them.</summary>
    [Benchmark]
    [ArgumentsSource(nameof(Registers))]
    public T MultiplyAdd(KernelWork work) => Roofline<T>.MultiplyAdds(Rounds);

    /// <summary>Loads.</summary>
    [Benchmark]
    [ArgumentsSource(nameof(Memories))]
    public T Load(KernelWork work) => Roofline<T>.Loads(memory, Count(work), RoundsOf(work));

    /// <summary>Stores.</summary>
    [Benchmark]
    [ArgumentsSource(nameof(Memories))]
    public void Store(KernelWork work) => Roofline<T>.Stores(memory, Count(work), RoundsOf(work));

    /// <summary>Frees the memory.</summary>
    [GlobalCleanup]
    public void Cleanup() => NativeMemory.AlignedFree(memory);

    private static nint Count(KernelWork work) => (nint)work.WorkingSet / sizeof(T);

    private static int RoundsOf(KernelWork work) => (int)(BytesInAll / work.WorkingSet);
}
