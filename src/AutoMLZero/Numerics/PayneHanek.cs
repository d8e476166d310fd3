namespace AutoMLZero.Numerics;

/// <summary>
/// Reduction of angles modulo pi/2 for any double (Payne and Hanek, 1983): multiplies the whole number in the mantissa by those bits of 2/pi that matter.
/// </summary>
internal static class PayneHanek
{
    // pi/2 * 2^63.
    private const ulong HalfPi = 0xC90FDAA22168C234;

    // The first bit stands for 2^63, the last for 2^-1280.
    private static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0x0000000000000000, 0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561, 0xB7246E3A424DD2E0, 0x06492EEA09D1921C,
        0xFE1DEB1CB129A73E, 0xE88235F52EBB4484, 0xE99C7026B45F7E41, 0x3991D639835339F4, 0x9C845F8BBDF9283B, 0x1FF897FFDE05980F, 0xEF2F118B5A0A6D1F,
        0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D, 0x7527BAC7EBE5F17B, 0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB, 0xF0CFBC209AF4361D,
    ];

    /// <summary>x = quarters * pi/2 + high + low, with quarters modulo 4 and the rest in [-pi/4, pi/4].</summary>
    /// <param name="x">Finite, at least 2^-9.</param>
    public static (double High, double Low, ulong Quarters) Reduce(double x)
    {
        var product = TimesTwoOverPi(x);
        var quarters = (ulong)(product >> 126);
        var fraction = product << 2;
        if (fraction >> 127 == 0) return WithRest(fraction, 1, quarters);
        return WithRest(-fraction, -1, (quarters + 1) & 3);
    }

    /// <summary>x * 2/pi modulo 4, in units of 2^-126.</summary>
    private static UInt128 TimesTwoOverPi(double x)
    {
        var bits = BitConverter.DoubleToUInt64Bits(x);
        var mantissa = (bits & Doubles.MantissaMask) | (Doubles.MantissaMask + 1);
        var exponent = (int)(bits >> Doubles.MantissaBits) - Doubles.ExponentBias - Doubles.MantissaBits;

        // Bits of 2/pi before the first one stand for multiples of 4 after the multiplication.
        var first = exponent + 62;
        return new UInt128(mantissa * Word(first), 0) + (UInt128)mantissa * Word(first + 64) + (((UInt128)mantissa * Word(first + 128)) >> 64);
    }

    /// <summary>64 bits of 2/pi.</summary>
    private static ulong Word(int firstBit)
    {
        var (word, shift) = (firstBit >> 6, firstBit & 63);
        return (TwoOverPi[word] << shift) | (TwoOverPi[word + 1] >> 1 >> (63 - shift));
    }

    /// <summary>The angle of a fraction of a quarter turn, in units of 2^-128.</summary>
    private static (double High, double Low, ulong Quarters) WithRest(UInt128 fraction, double sign, ulong quarters)
    {
        var zeros = (int)UInt128.LeadingZeroCount(fraction);
        var product = (UInt128)(ulong)(fraction << zeros >> 64) * HalfPi;
        var unit = sign * PowerOfTwo(-127 - zeros);
        var high = (double)(ulong)(product >> 75) * (unit * PowerOfTwo(75));
        var low = (double)((ulong)(product >> 22) & ((1UL << 53) - 1)) * (unit * PowerOfTwo(22));
        var sum = high + low;
        return (sum, (high - sum) + low, quarters);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.UInt64BitsToDouble((ulong)(exponent + Doubles.ExponentBias) << Doubles.MantissaBits);
}
