using System.Numerics;

namespace AutoMLZero.Tests.Numerics;

/// <summary>Elementary functions by their power series in whole numbers with many bits: slow, and right to far more than 53 bits.</summary>
internal static class ExactFunctions
{
    private static readonly Dictionary<int, (BigInteger Ln2, BigInteger Pi)> Constants = [];

    public static ExactNumber Exp(double x)
    {
        var bits = BitsFor(x);
        var one = BigInteger.One << bits;
        var ln2 = ConstantsOf(bits).Ln2;
        var k = (int)Math.Round(x / Math.Log(2));
        var rest = ExactNumber.Of(x, bits) - (k * ln2);
        var (sum, term) = (one, one);
        for (var n = 1; !term.IsZero; n++) sum += term = ((term * rest) >> bits) / n;
        return new(sum, bits - k);
    }

    public static ExactNumber Log(double x)
    {
        const int bits = 256;
        var k = Math.ILogB(x);
        var (m, one) = (ExactNumber.Of(x, bits + 1100) >> (k + 1100), BigInteger.One << bits);
        return new((2 * ArctangentSeries(((m - one) << bits) / (m + one), bits, 1)) + (k * ConstantsOf(bits).Ln2), bits);
    }

    public static ExactNumber Logistic(double x)
    {
        var (power, scale) = Exp(-Math.Abs(x));
        var one = BigInteger.One << scale;
        return new(((x < 0 ? power : one) << scale) / (one + power), scale);
    }

    public static ExactNumber Sin(double x) => Ratios(x).Sine;

    public static ExactNumber Cos(double x) => Ratios(x).Cosine;

    public static ExactNumber Tan(double x)
    {
        var (sine, cosine) = Ratios(x);
        return new((sine.Value << sine.Scale) / cosine.Value, sine.Scale);
    }

    public static ExactNumber Arctan(double x)
    {
        var bits = BitsFor(x);
        return new(Arctangent(ExactNumber.Of(x, bits), bits), bits);
    }

    public static ExactNumber Arcsin(double x)
    {
        var bits = BitsFor(x);
        var (value, one) = (ExactNumber.Of(x, bits), BigInteger.One << bits);
        if (BigInteger.Abs(value) == one) return new(value.Sign * ConstantsOf(bits).Pi / 2, bits);
        return new(Arctangent((value << bits) / Root((one * one) - (value * value)), bits), bits);
    }

    public static ExactNumber Arccos(double x)
    {
        var (value, scale) = Arcsin(x);
        return new((ConstantsOf(scale).Pi / 2) - value, scale);
    }

    /// <summary>Sine and cosine by their series, after whole turns are taken away.</summary>
    private static (ExactNumber Sine, ExactNumber Cosine) Ratios(double x)
    {
        var bits = BitsFor(x);
        var turn = 2 * ConstantsOf(bits + 1100).Pi;
        var rest = BigInteger.Remainder(ExactNumber.Of(x, bits + 1100), turn) >> 1100;
        var (sine, cosine, term) = (BigInteger.Zero, BigInteger.Zero, BigInteger.One << bits);
        for (var n = 0; !term.IsZero; term = ((term * rest) >> bits) / ++n)
        {
            var signed = (n & 2) == 0 ? term : -term;
            if ((n & 1) == 0) cosine += signed;
            else sine += signed;
        }

        return (new(sine, bits), new(cosine, bits));
    }

    /// <summary>arctan t = 2 arctan(t / (1 + sqrt(1 + t^2))), until the series converges fast.</summary>
    private static BigInteger Arctangent(BigInteger value, int bits)
    {
        var one = BigInteger.One << bits;
        for (var halving = 0; halving < 4; halving++) value = (value << bits) / (one + Root((one * one) + (value * value)));
        return ArctangentSeries(value, bits, -1) << 4;
    }

    /// <summary>t + s t^3/3 + t^5/5 + s t^7/7 ...: arctan t for s = -1, artanh t for s = 1.</summary>
    private static BigInteger ArctangentSeries(BigInteger value, int bits, int sign)
    {
        var square = (value * value) >> bits;
        var (sum, power) = (BigInteger.Zero, value);
        for (var n = 1; BigInteger.Abs(power) > 1; n += 2)
        {
            sum += power / n;
            power = sign * ((power * square) >> bits);
        }

        return sum;
    }

    /// <summary>Enough bits for the last bit of x, and 100 more below the first bit of the result.</summary>
    private static int BitsFor(double x) => 256 + Math.Abs(Math.ILogB(x));

    /// <summary>ln 2 = 2 artanh(1/3) and pi = 16 arctan(1/5) - 4 arctan(1/239).</summary>
    private static (BigInteger Ln2, BigInteger Pi) ConstantsOf(int bits)
    {
        if (Constants.TryGetValue(bits, out var known)) return known;
        var one = BigInteger.One << (bits + 20);
        var ln2 = 2 * ArctangentSeries(one / 3, bits + 20, 1);
        var pi = (16 * ArctangentSeries(one / 5, bits + 20, -1)) - (4 * ArctangentSeries(one / 239, bits + 20, -1));
        return Constants[bits] = (ln2 >> 20, pi >> 20);
    }

    /// <summary>The whole square root, by Newton's method from above.</summary>
    private static BigInteger Root(BigInteger square)
    {
        var root = BigInteger.One << (int)((square.GetBitLength() / 2) + 1);
        while (true)
        {
            var next = (root + (square / root)) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }
}
