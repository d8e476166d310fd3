using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>
/// The one order of summation. It depends on the number of terms alone, so that a sum has the same bits in every layout: up to 7 terms in
/// sequence; 8 partial sums up to 15 terms and 16 beyond, term i in partial sum i modulo their number, halved until one is left.
/// </summary>
internal static class LaneSum
{
    /// <summary>From this number of terms on there are 8 partial sums.</summary>
    public const int SmallestPartial = 8;

    /// <summary>From this number of terms on there are 16 partial sums.</summary>
    public const int SmallestWide = 16;

    /// <summary>The sum of the terms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<TTerms, T>(TTerms terms, int count)
        where TTerms : struct, ITerms<T>
    {
        if (count == SmallestWide) return Sixteen<TTerms, T>(terms);
        if (count >= SmallestPartial) return Partial<TTerms, T>(terms, count, count < SmallestWide ? SmallestPartial : SmallestWide);
        var sum = terms.At(0);
        for (nint i = 1; i < count; i++) sum += terms.At(i);
        return sum;
    }

    /// <summary>As the others, but all in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Sixteen<TTerms, T>(TTerms terms)
        where TTerms : struct, ITerms<T>
    {
        var even = Four<TTerms, T>(terms, 0) + Four<TTerms, T>(terms, 2);
        return even + (Four<TTerms, T>(terms, 1) + Four<TTerms, T>(terms, 3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Four<TTerms, T>(TTerms terms, nint first)
        where TTerms : struct, ITerms<T> =>
        (terms.At(first) + terms.At(first + 8)) + (terms.At(first + 4) + terms.At(first + 12));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<T> Partial<TTerms, T>(TTerms terms, int count, int width)
        where TTerms : struct, ITerms<T>
    {
        var partials = default(Partials<T>);
        for (var k = 0; k < width; k++)
        {
            var sum = terms.At(k);
            for (nint i = k + width; i < count; i += width) sum += terms.At(i);
            partials[k] = sum;
        }

        for (var half = width / 2; half > 0; half /= 2)
        {
            for (var k = 0; k < half; k++) partials[k] += partials[k + half];
        }

        return partials[0];
    }

    [InlineArray(SmallestWide)]
    private struct Partials<T>
    {
        private Vector512<T> first;
    }
}
