using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>
/// ln x = k ln 2 + ln(1 + f) with x = 2^k (1 + f), 1 + f in [sqrt(1/2), sqrt(2)); with s = f / (2 + f), ln(1 + f) = 2 artanh s, by a minimax polynomial.
/// </summary>
internal readonly struct Logarithm : IElementaryFunction
{
    private const ulong SqrtHalfBits = 0x3FE6A09E667F3BCD;
    private const ulong OneBits = 0x3FF0000000000000;
    private const double JustBelowNormal = Doubles.SmallestNormal - double.Epsilon;
    private const double TwoTo54 = 1L << 54;

    // Few enough bits that k times it is exact.
    private const double Ln2High = 0.6931471805598903;
    private const double Ln2Low = 5.497923018708371e-14;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWide Of<TWide>(TWide x)
        where TWide : struct, IWide<TWide>
    {
        var easy = (x > JustBelowNormal) & (x < double.PositiveInfinity);
        return TWide.All(easy) ? OfNormal(x) : OfAny(x);
    }

    /// <summary>The logarithm of positive normal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWide OfNormal<TWide>(TWide x)
        where TWide : struct, IWide<TWide> =>
        OfNormal<TWide>(x, Doubles.ExponentBias);

    /// <summary>The logarithm of any numbers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TWide OfAny<TWide>(TWide x)
        where TWide : struct, IWide<TWide>
    {
        var denormal = x < Doubles.SmallestNormal;
        var normal = TWide.Select(denormal, x * TwoTo54, x);
        var finite = OfNormal(normal, TWide.Select(denormal, Doubles.ExponentBias + 54, Doubles.ExponentBias));
        var special = TWide.Select(x > 0.0, x, TWide.Select(x < 0.0, double.NaN, x + double.NegativeInfinity));
        return TWide.Select((x > 0.0) & (x < double.PositiveInfinity), finite, special);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWide OfNormal<TWide>(TWide x, TWide bias)
        where TWide : struct, IWide<TWide>
    {
        var shifted = TWide.AddWhole(x, TWide.OfBits(OneBits - SqrtHalfBits));
        var k = ((shifted >>> Doubles.MantissaBits) | Doubles.TwoTo52) - (Doubles.TwoTo52 + bias);
        var f = TWide.AddWhole(shifted & TWide.OfBits(Doubles.MantissaMask), TWide.OfBits(SqrtHalfBits)) - 1.0;
        var s = f / (2.0 + f);
        var half = (f * f) * 0.5;
        return k * Ln2High + (f - (half - (s * (half + Remainder(s * s)) + k * Ln2Low)));
    }

    /// <summary>2 artanh(s) / s - 2 as a polynomial of z = s^2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWide Remainder<TWide>(TWide z)
        where TWide : struct, IWide<TWide>
    {
        var z2 = z * z;
        var even = ((0.1475658754895143 * z2 + 0.18183389650304368) * z2 + 0.28571428703227736) * z2 + 0.6666666666666698;
        var odd = (0.15318224488834628 * z2 + 0.22222202216292045) * z2 + 0.39999999999614183;
        return z * (even + z * odd);
    }
}
