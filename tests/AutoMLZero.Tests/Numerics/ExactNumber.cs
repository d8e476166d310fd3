using System.Numerics;

namespace AutoMLZero.Tests.Numerics;

/// <summary>The number Value * 2^-Scale.</summary>
internal readonly record struct ExactNumber(BigInteger Value, int Scale)
{
    /// <summary>The exact number that a double is, when the scale is large enough for its last bit.</summary>
    public static BigInteger Of(double x, int scale)
    {
        var exponent = Math.Max(Math.ILogB(x), -1022) - 52;
        return Shift((BigInteger)Math.ScaleB(x, -exponent), scale + exponent);
    }

    /// <summary>The distance to a double in units of its last place.</summary>
    public double UlpsTo(double y)
    {
        var lastPlace = (y == 0 ? -1022 : Math.Max(Math.ILogB(y), -1022)) - 52;
        var distance = BigInteger.Abs(Value - (y == 0 ? 0 : Of(y, Scale)));
        return (double)Shift(distance, 30 - Scale - lastPlace) / (1L << 30);
    }

    private static BigInteger Shift(BigInteger value, int count) => count >= 0 ? value << count : value >> -count;
}
