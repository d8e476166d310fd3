using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>The sum of at least 16 terms that are together in memory, in the order of <see cref="LaneSum"/>.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal static class ElementSum<T>
    where T : unmanaged
{
    private static ReadOnlySpan<byte> Masks =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>The sum of the terms.</summary>
    /// <param name="terms">The terms: At(i) gives those from i on.</param>
    /// <param name="count">Their number, at least 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<TTerms>(TTerms terms, int count)
        where TTerms : struct, ITerms<T> =>
        Vector512<T>.Count == LaneSum.SmallestWide ? Narrow(terms, count) : Wide(terms, count);

    /// <summary>All 16 partial sums are one vector of float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Narrow<TTerms>(TTerms terms, int count)
        where TTerms : struct, ITerms<T>
    {
        var partials = terms.At(0);
        nint i = LaneSum.SmallestWide;
        for (; i + LaneSum.SmallestWide <= count; i += LaneSum.SmallestWide) partials += terms.At(i);
        if (i < count) partials = AddFirst(partials, terms.At(i), count - (int)i);
        return Halved(partials.GetLower() + partials.GetUpper());
    }

    /// <summary>The 16 partial sums are two vectors of double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Wide<TTerms>(TTerms terms, int count)
        where TTerms : struct, ITerms<T>
    {
        const int Half = LaneSum.SmallestWide / 2;
        var (first, second) = (terms.At(0), terms.At(Half));
        nint i = LaneSum.SmallestWide;
        for (; i + LaneSum.SmallestWide <= count; i += LaneSum.SmallestWide)
        {
            first += terms.At(i);
            second += terms.At(i + Half);
        }

        if (i < count) first = AddFirst(first, terms.At(i), count - (int)i);
        if (i + Half < count) second = AddFirst(second, terms.At(i + Half), count - (int)i - Half);
        var sum = first + second;
        return Halved((sum.GetLower() + sum.GetUpper()).ToVector512Unsafe());
    }

    private static Vector512<T> AddFirst(Vector512<T> sums, Vector512<T> terms, int count) =>
        Vector512.ConditionalSelect(First(count), sums + terms, sums);

    /// <summary>All bits in the first lanes.</summary>
    private static Vector512<T> First(int count) => Vector512.LoadUnsafe(
        in MemoryMarshal.GetReference(Masks), (nuint)((Vector512<T>.Count - Math.Min(count, Vector512<T>.Count)) * Unsafe.SizeOf<T>())).As<byte, T>();

    /// <summary>8 partial sums of float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Halved(Vector256<T> partials)
    {
        var four = (partials.GetLower() + partials.GetUpper()).AsSingle();
        var sum = four.GetElement(0) + four.GetElement(2) + (four.GetElement(1) + four.GetElement(3));
        return Unsafe.BitCast<float, T>(sum);
    }

    /// <summary>4 partial sums of double, in the lower half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Halved(Vector512<T> partials)
    {
        var lower = partials.GetLower();
        var two = (lower.GetLower() + lower.GetUpper()).AsDouble();
        return Unsafe.BitCast<double, T>(two.GetElement(0) + two.GetElement(1));
    }
}
