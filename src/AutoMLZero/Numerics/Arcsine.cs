using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>arcsin x.</summary>
internal readonly struct Arcsine : IElementaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWide Of<TWide>(TWide x)
        where TWide : struct, IWide<TWide>
    {
        var (large, t, bend) = InverseSine<TWide>.Of(x);
        var twice = t + t;
        var start = HalfPi.High - twice;
        var lost = ((HalfPi.High - start) - twice) + HalfPi.Low;
        var size = TWide.Select(large, start + (lost - (bend + bend)), t + bend);
        return size | (x & TWide.OfBits(Doubles.SignMask));
    }
}
