using AutoMLZero.Numerics;

namespace AutoMLZero.Tests.Numerics;

/// <summary>Arguments to test functions with.</summary>
internal static class Arguments
{
    public static readonly double[] Special =
    [
        0.0, -0.0, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 2.2250738585072009e-308, double.MaxValue, double.MinValue,
        double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1, -1, 0.5, -0.5, Math.PI, Math.PI / 2, Math.PI / 4, 709.78, 709.79, -708.5, -745.13,
        -745.14, -746, 1048576, 1048577, 1e22, 1.0000000000000002, 0.9999999999999999,
    ];

    /// <summary>Any bits: all magnitudes, with denormal numbers, infinities and NaN among them.</summary>
    public static double OfBits(RandomSource random) => random.NextInt(64) switch
    {
        0 => Special[random.NextInt(Special.Length)],
        1 => BitConverter.UInt64BitsToDouble(random.NextBits() & 0x800FFFFFFFFFFFFF),
        _ => BitConverter.UInt64BitsToDouble(random.NextBits()),
    };

    public static double Between(RandomSource random, double low, double high) => low + (random.NextDouble() * (high - low));

    /// <summary>A number of either sign whose power of two is between the given ones.</summary>
    public static double OfMagnitude(RandomSource random, int low, int high) =>
        Math.ScaleB((random.NextInt(2) == 0 ? -1 : 1) * (1 + random.NextDouble()), low + random.NextInt(high - low));
}
