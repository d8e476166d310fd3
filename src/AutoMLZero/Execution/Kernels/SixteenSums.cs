using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoMLZero.Execution.Kernels;

/// <summary>
/// Inner products of vectors of 16 elements, as many at once as numbers fill a vector register: the halves of the partial sums of two tasks are added in one
/// register until each task has one number there. So the results are written together, and whoever reads them next need not wait for many small writes.
/// The order is that of <see cref="LaneSum"/>.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
internal static unsafe class SixteenSums<T>
    where T : unmanaged
{
    private const int Elements = 16;

    /// <summary>Whether the machine has the instructions that take numbers from two registers.</summary>
    public static bool IsSupported => Avx512F.IsSupported;

    /// <summary>The inner product of the vectors of each task; zero in the lanes after the last task that fill the last register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Dot(T* a, T* b, T* output, int tasks)
    {
        var count = Vector512<T>.Count;
        for (; tasks > 0; tasks -= count, a += count * Elements, b += count * Elements, output += count)
        {
            if (typeof(T) == typeof(double)) Quarter(Four(a, b, tasks, 0, 2), Four(a, b, tasks, 1, 2)).StoreAligned(output);
            else Eighth(Quarter(Four(a, b, tasks, 0, 4), Four(a, b, tasks, 1, 4)), Quarter(Four(a, b, tasks, 2, 4), Four(a, b, tasks, 3, 4))).StoreAligned(output);
        }
    }

    /// <summary>A quarter of a register of partial sums for each of four tasks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Four(T* a, T* b, int tasks, int first, int step) => Half(
        Whole(Products(a, b, tasks, first), Products(a, b, tasks, first + step)),
        Whole(Products(a, b, tasks, first + (2 * step)), Products(a, b, tasks, first + (3 * step))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Products(T* a, T* b, int tasks, int task)
    {
        if (task >= tasks) return Vector512<T>.Zero;
        var left = a + (task * Elements);
        var right = b + (task * Elements);
        var product = Vector512.LoadAligned(left) * Vector512.LoadAligned(right);
        return Vector512<T>.Count == Elements ? product
            : product + (Vector512.LoadAligned(left + Vector512<T>.Count) * Vector512.LoadAligned(right + Vector512<T>.Count));
    }

    /// <summary>Adds the halves of two registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Whole(Vector512<T> x, Vector512<T> y) =>
        Avx512F.Shuffle4x128(x.AsDouble(), y.AsDouble(), 0b01_00_01_00).As<double, T>() + Avx512F.Shuffle4x128(x.AsDouble(), y.AsDouble(), 0b11_10_11_10).As<double, T>();

    /// <summary>Adds the halves of each half of two registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Half(Vector512<T> x, Vector512<T> y) =>
        Avx512F.Shuffle4x128(x.AsDouble(), y.AsDouble(), 0b10_00_10_00).As<double, T>() + Avx512F.Shuffle4x128(x.AsDouble(), y.AsDouble(), 0b11_01_11_01).As<double, T>();

    /// <summary>Adds the halves of each quarter of two registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Quarter(Vector512<T> x, Vector512<T> y) =>
        Avx512F.UnpackLow(x.AsDouble(), y.AsDouble()).As<double, T>() + Avx512F.UnpackHigh(x.AsDouble(), y.AsDouble()).As<double, T>();

    /// <summary>Adds the halves of each eighth of two registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Eighth(Vector512<T> x, Vector512<T> y) =>
        Avx512F.Shuffle(x.AsSingle(), y.AsSingle(), 0b10_00_10_00).As<float, T>() + Avx512F.Shuffle(x.AsSingle(), y.AsSingle(), 0b11_01_11_01).As<float, T>();
}
