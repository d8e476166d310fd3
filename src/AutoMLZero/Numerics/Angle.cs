using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>An angle x >= 0 as quarter turns and a rest: x = quarters * pi/2 + High + Low with the rest in [-pi/4, pi/4].</summary>
/// <param name="High">The rest, rounded.</param>
/// <param name="Low">What rounding took from the rest.</param>
/// <param name="Quarters">Bits whose lowest two are the quarter turns modulo 4.</param>
internal readonly record struct Angle<TWide>(TWide High, TWide Low, TWide Quarters)
    where TWide : struct, IWide<TWide>
{
    // So that the quarter turns have at most 20 bits, and their products with the first two parts of pi/2, of 33 bits each, are exact.
    private const double Limit = 1 << 20;
    private const double TwoOverPi = 0.6366197723675814;
    private const double HalfPi1 = 1.5707963267341256;
    private const double HalfPi2 = 6.077100506303966e-11;
    private const double HalfPi3 = 2.0222662487959506e-21;

    // The three parts miss pi/2 by less than 2^-118; rests below this multiple of the quarter turns would feel it.
    private const double SmallestRest = 1.0 / (1L << 60);

    /// <summary>All bits where the number of quarter turns is odd.</summary>
    public TWide IsOdd
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ((Quarters & TWide.OfBits(1)) | 1.0) > 1.0;
    }

    /// <summary>Sine of the rest.</summary>
    public TWide Sine
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var z = High * High;
            var z2 = z * z;
            var even = (-2.5050795357019793e-08 * z2 - 0.0001984126983070905) * z2 - 0.16666666666666638;
            var odd = (1.5898742022738427e-10 * z2 + 2.75573139608766e-06) * z2 + 0.00833333333332378;
            return High + ((High * z) * (even + z * odd) + Low);
        }
    }

    /// <summary>Cosine of the rest.</summary>
    public TWide Cosine
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var z = High * High;
            var z2 = z * z;
            var even = (2.0875640546811696e-09 * z2 + 2.4801587286254643e-05) * z2 + 0.04166666666666652;
            var odd = (-1.1355947305031352e-11 * z2 - 2.7557313621265135e-07) * z2 - 0.0013888888888866752;
            var half = z * 0.5;
            var start = 1.0 - half;
            return start + (((1.0 - start) - half) + (z2 * (even + z * odd) - High * Low));
        }
    }

    /// <summary>Reduces angles below <see cref="Limit"/>; says which were too large, or too near to a multiple of pi/2, for that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Angle<TWide> Reduce(TWide x, out TWide hard)
    {
        var sum = x * TwoOverPi + Doubles.RoundingMagic;
        var quarters = sum - Doubles.RoundingMagic;
        var first = x - quarters * HalfPi1;
        var part = quarters * HalfPi2;
        var second = first - part;
        var taken = second - first;
        var lost = (first - (second - taken)) - (part + taken);
        var low = lost - quarters * HalfPi3;
        var high = second + low;
        hard = (TWide.Abs(high) < quarters * SmallestRest) | ((x > Limit) & (x < double.PositiveInfinity));
        return new(high, (second - high) + low, sum);
    }

    /// <summary>Reduces any angles, the hard ones by whole numbers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe Angle<TWide> ReduceExactly(TWide x)
    {
        var easy = Reduce(x, out var hard);
        var count = TWide.Count;
        double* angles = stackalloc double[count], isHard = stackalloc double[count];
        double* high = stackalloc double[count], low = stackalloc double[count], quarters = stackalloc double[count];
        x.Store(angles);
        hard.Store(isHard);
        easy.High.Store(high);
        easy.Low.Store(low);
        easy.Quarters.Store(quarters);
        for (var lane = 0; lane < count; lane++)
        {
            if (BitConverter.DoubleToUInt64Bits(isHard[lane]) == 0) continue;
            (high[lane], low[lane], var turns) = PayneHanek.Reduce(angles[lane]);
            quarters[lane] = BitConverter.UInt64BitsToDouble(turns);
        }

        return new(TWide.Load(high), TWide.Load(low), TWide.Load(quarters));
    }
}
