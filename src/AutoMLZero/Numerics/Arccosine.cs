using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>arccos x: pi/2 - arcsin x up to 1/2, above 2 arcsin t, and below -1/2 pi - 2 arcsin t.</summary>
internal readonly struct Arccosine : IElementaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWide Of<TWide>(TWide x)
        where TWide : struct, IWide<TWide>
    {
        var (large, t, bend) = InverseSine<TWide>.Of(x);
        var sign = x & TWide.OfBits(Doubles.SignMask);
        var (signedT, signedBend) = (t ^ sign, bend ^ sign);
        var small = HalfPi.High - (signedT + (signedBend - HalfPi.Low));
        var positive = t + bend;
        var negative = HalfPi.High - (t + (bend - HalfPi.Low));
        var half = TWide.Select(x < 0.0, negative, positive);
        return TWide.Select(large, half + half, small);
    }
}
