using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>The tangent: of an even number of quarter turns and a rest r, sin r / cos r, of an odd number -cos r / sin r; odd.</summary>
internal readonly struct TangentRatio : ITrigonometricRatio
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWide Of<TWide>(Angle<TWide> angle, TWide signed)
        where TWide : struct, IWide<TWide>
    {
        var (sine, cosine, odd) = (angle.Sine, angle.Cosine, angle.IsOdd);
        var size = TWide.Select(odd, cosine, sine) / TWide.Select(odd, sine, cosine);
        return size ^ (((angle.Quarters << 63) ^ signed) & TWide.OfBits(Doubles.SignMask));
    }
}
