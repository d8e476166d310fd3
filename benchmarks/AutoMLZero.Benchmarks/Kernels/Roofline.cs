using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Benchmarks.Kernels;

/// <summary>The loops that bound what a kernel can do on this machine: arithmetic in registers, and loads and stores over a stretch of memory.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal static unsafe class Roofline<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Vectors in registers, enough to hide the latency of an operation.</summary>
    private const int Accumulators = 12;

    private const int Unrolled = 4;
    private static readonly TimeSpan LongEnough = TimeSpan.FromMilliseconds(20);
    private static readonly Dictionary<long, double> Bandwidths = [];
    private static readonly Lazy<double> Arithmetic = new(() => Rate(2 * Accumulators * Vector512<T>.Count, MultiplyAdds));

    /// <summary>Multiplications and additions a second, each rounded, as kernels do them.</summary>
    public static double OperationsPerSecond => Arithmetic.Value;

    /// <summary>Bytes a second that can be read, over a stretch of memory of the size of the working set.</summary>
    public static double BytesPerSecond(long workingSet)
    {
        var bytes = (long)BitOperations.RoundUpToPowerOf2((ulong)Math.Clamp(workingSet, 4096, 1 << 28));
        if (Bandwidths.TryGetValue(bytes, out var known)) return known;
        var memory = (T*)NativeMemory.AlignedAlloc((nuint)bytes, 64);
        NativeMemory.Clear(memory, (nuint)bytes);
        var count = (nint)(bytes / sizeof(T));
        var rate = Rate(bytes, rounds => Loads(memory, count, rounds));
        NativeMemory.AlignedFree(memory);
        return Bandwidths[bytes] = rate;
    }

    /// <summary>Fused multiply-adds, 12 vectors a round.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T FusedMultiplyAdds(int rounds)
    {
        var (x, y) = (Vector512.Create(T.CreateTruncating(0.5)), Vector512<T>.One);
        Vector512<T> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (; rounds > 0; rounds--)
        {
            (a, b, c, d) = (Fused(a, x, y), Fused(b, x, y), Fused(c, x, y), Fused(d, x, y));
            (e, f, g, h) = (Fused(e, x, y), Fused(f, x, y), Fused(g, x, y), Fused(h, x, y));
            (i, j, k, l) = (Fused(i, x, y), Fused(j, x, y), Fused(k, x, y), Fused(l, x, y));
        }

        return (a + b + c + d + e + f + g + h + i + j + k + l)[0];
    }

    /// <summary>A multiplication and then an addition, 12 vectors a round.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T MultiplyAdds(int rounds)
    {
        var (x, y) = (Vector512.Create(T.CreateTruncating(0.5)), Vector512<T>.One);
        Vector512<T> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (; rounds > 0; rounds--)
        {
            (a, b, c, d) = ((a * x) + y, (b * x) + y, (c * x) + y, (d * x) + y);
            (e, f, g, h) = ((e * x) + y, (f * x) + y, (g * x) + y, (h * x) + y);
            (i, j, k, l) = ((i * x) + y, (j * x) + y, (k * x) + y, (l * x) + y);
        }

        return (a + b + c + d + e + f + g + h + i + j + k + l)[0];
    }

    /// <summary>Reads memory in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Loads(T* memory, nint count, int rounds)
    {
        nint width = Vector512<T>.Count;
        Vector512<T> a = default, b = default, c = default, d = default;
        for (; rounds > 0; rounds--)
        {
            for (var at = memory; at < memory + count; at += Unrolled * width)
            {
                a |= Vector512.LoadAligned(at);
                b |= Vector512.LoadAligned(at + width);
                c |= Vector512.LoadAligned(at + (2 * width));
                d |= Vector512.LoadAligned(at + (3 * width));
            }
        }

        return (a | b | c | d)[0];
    }

    /// <summary>Writes memory in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Stores(T* memory, nint count, int rounds)
    {
        nint width = Vector512<T>.Count;
        var value = Vector512<T>.One;
        for (; rounds > 0; rounds--)
        {
            for (var at = memory; at < memory + count; at += Unrolled * width)
            {
                value.StoreAligned(at);
                value.StoreAligned(at + width);
                value.StoreAligned(at + (2 * width));
                value.StoreAligned(at + (3 * width));
            }
        }
    }

    private static double Rate(double perRound, Func<int, T> loop)
    {
        var best = 0.0;
        for (int rounds = 1, measured = 0; measured < 3;)
        {
            var start = Stopwatch.GetTimestamp();
            loop(rounds);
            var elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed < LongEnough)
            {
                rounds *= 2;
                continue;
            }

            best = Math.Max(best, perRound * rounds / elapsed.TotalSeconds);
            measured++;
        }

        return best;
    }

    private static Vector512<T> Fused(Vector512<T> a, Vector512<T> b, Vector512<T> c) => typeof(T) == typeof(double)
        ? Vector512.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>()
        : Vector512.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>();
}
