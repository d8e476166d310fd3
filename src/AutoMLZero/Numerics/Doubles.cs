namespace AutoMLZero.Numerics;

/// <summary>Constants of the format of doubles.</summary>
internal static class Doubles
{
    /// <summary>Number of stored bits of the mantissa.</summary>
    public const int MantissaBits = 52;

    /// <summary>The stored bits of the mantissa.</summary>
    public const ulong MantissaMask = (1UL << MantissaBits) - 1;

    /// <summary>What is added to exponents before they are stored.</summary>
    public const int ExponentBias = 1023;

    /// <summary>The sign bit.</summary>
    public const ulong SignMask = 1UL << 63;

    /// <summary>2^52: a double of these bits and a whole number below 2^52 in the mantissa is their sum.</summary>
    public const double TwoTo52 = 1L << MantissaBits;

    /// <summary>1.5 * 2^52: adding it rounds to a whole number, which stands in the low bits of the sum; subtracting it gives that number.</summary>
    public const double RoundingMagic = 1.5 * TwoTo52;

    /// <summary>2^-1022.</summary>
    public const double SmallestNormal = 2.2250738585072014e-308;
}
