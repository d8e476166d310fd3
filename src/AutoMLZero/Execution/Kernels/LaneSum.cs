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
        if (count == SmallestPartial) return Eight<TTerms, T>(terms);
        if (count == SmallestWide) return Sixteen<TTerms, T>(terms);
        if (count == 2 * SmallestWide) return Sixteen<Folded<TTerms, T>, T>(new Folded<TTerms, T>(terms));
        if (count >= SmallestPartial) return Partial<TTerms, T>(terms, count);
        var sum = terms.At(0);
        for (nint i = 1; i < count; i++) sum += terms.At(i);
        return sum;
    }

    /// <summary>As the others, but all in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Eight<TTerms, T>(TTerms terms)
        where TTerms : struct, ITerms<T>
    {
        var even = (terms.At(0) + terms.At(4)) + (terms.At(2) + terms.At(6));
        return even + ((terms.At(1) + terms.At(5)) + (terms.At(3) + terms.At(7)));
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
    private static Vector512<T> Partial<TTerms, T>(TTerms terms, int count)
        where TTerms : struct, ITerms<T> =>
        count < SmallestWide
            ? Eight<Strided<TTerms, T>, T>(new Strided<TTerms, T>(terms, SmallestPartial, count))
            : Sixteen<Strided<TTerms, T>, T>(new Strided<TTerms, T>(terms, SmallestWide, count));

    /// <summary>Partial sums: of the terms at a stride.</summary>
    private readonly struct Strided<TTerms, T>(TTerms terms, nint stride, nint count) : ITerms<T>
        where TTerms : struct, ITerms<T>
    {
        private readonly TTerms terms = terms;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> At(nint element)
        {
            var sum = terms.At(element);
            for (var i = element + stride; i < count; i += stride) sum += terms.At(i);
            return sum;
        }
    }

    /// <summary>Partial sums of two terms each.</summary>
    private readonly struct Folded<TTerms, T>(TTerms terms) : ITerms<T>
        where TTerms : struct, ITerms<T>
    {
        private readonly TTerms terms = terms;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<T> At(nint element) => terms.At(element) + terms.At(element + SmallestWide);
    }
}
