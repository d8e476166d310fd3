using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>e^x = 2^k e^r with r = x - k ln 2 in [-ln 2 / 2, ln 2 / 2]; e^r by a minimax polynomial.</summary>
internal readonly struct Exponential : IElementaryFunction
{
    private const double AlwaysInfinite = 710;
    private const double AlwaysZero = -746;
    private const double InverseLn2 = 1.4426950408889634;
    private const double BiasedMagic = Doubles.RoundingMagic + 2 * Doubles.ExponentBias;

    // Few enough bits that k times it is exact.
    private const double Ln2High = 0.6931471804855391;
    private const double Ln2Low = 7.440617110012397e-11;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWide Of<TWide>(TWide x)
        where TWide : struct, IWide<TWide>
    {
        return OfNotLarge(TWide.Select(x > AlwaysInfinite, AlwaysInfinite, x));
    }

    /// <summary>e^x of numbers that are surely not large, or not numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWide OfNotLarge<TWide>(TWide x)
        where TWide : struct, IWide<TWide>
    {
        x = TWide.Select(x < AlwaysZero, AlwaysZero, x);
        var sum = x * InverseLn2 + BiasedMagic;
        var k = sum - BiasedMagic;
        return Scale(OfReduced((x - k * Ln2High) - k * Ln2Low), sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWide OfReduced<TWide>(TWide r)
        where TWide : struct, IWide<TWide>
    {
        var r2 = r * r;
        var even = (((2.762918359723633e-07 * r2 + 2.480149640993441e-05) * r2 + 0.0013888888940018084) * r2 + 0.04166666666654612) * r2;
        var odd = (((2.5116617944518703e-08 * r2 + 2.7557220693413116e-06) * r2 + 0.0001984126991178001) * r2 + 0.00833333333331023) * r2;
        return 1.0 + (r + r2 * ((even + 0.5000000000000008) + r * (odd + 0.16666666666666693)));
    }

    /// <summary>value * 2^k in two steps, as 2^k itself may be no double; the low bits of the sum are k plus twice the bias of exponents.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWide Scale<TWide>(TWide value, TWide sum)
        where TWide : struct, IWide<TWide>
    {
        var half = sum >>> 1;
        var rest = TWide.SubtractWhole(sum, half);
        return (value * (half << Doubles.MantissaBits)) * (rest << Doubles.MantissaBits);
    }
}
