using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Numerics;

/// <summary>Normal numbers from random bits (Box and Muller, 1958).</summary>
internal static class BoxMuller
{
    private const double TwoToMinus30 = 1.0 / (1 << 30);
    private const double TwoToMinus32 = 1.0 / (1L << 32);

    /// <summary>A standard normal number: its radius from the upper, its angle from the lower 32 bits.</summary>
    public static double Transform(ulong bits) => Transform(Wide128.OfBits(bits)).Value.ToScalar();

    /// <summary>A standard normal number from the bits of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWide Transform<TWide>(TWide bits)
        where TWide : struct, IWide<TWide>
    {
        var upper = ((bits >>> 32) | Doubles.TwoTo52) - (Doubles.TwoTo52 - 0.5);
        var lower = ((bits & TWide.OfBits(uint.MaxValue)) | Doubles.TwoTo52) - (Doubles.TwoTo52 + (1L << 31));
        return TWide.Sqrt(-2.0 * Logarithm.OfNormal(upper * TwoToMinus32)) * CosineOfTurn(lower);
    }

    /// <summary>The cosine of (1/2 + n / 2^32) turns, n from -2^31: with t = |n| / 2^30 - 1 in [-1, 1] it is sin(t pi/2), by a minimax polynomial.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWide CosineOfTurn<TWide>(TWide n)
        where TWide : struct, IWide<TWide>
    {
        var t = TWide.Abs(n) * TwoToMinus30 - 1.0;
        var z = t * t;
        var z2 = z * z;
        var even = (5.873007036557295e-12 * z2 + 5.6921364484416125e-08) * z2 + 0.0001604411847131723;
        even = (even * z2 + 0.07969262624616565) * z2 + 1.5707963267948966;
        var odd = (-6.68441808362195e-10 * z2 - 3.598843020639408e-06) * z2 - 0.004681754135304276;
        return t * (even + z * (odd * z2 - 0.6459640975062462));
    }
}
