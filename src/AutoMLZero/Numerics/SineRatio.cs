using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>The sine: of quarter turns 0 to 3 with a rest r, sin r, cos r, -sin r, -cos r; odd.</summary>
internal readonly struct SineRatio : ITrigonometricRatio
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWide Of<TWide>(Angle<TWide> angle, TWide signed)
        where TWide : struct, IWide<TWide>
    {
        var size = TWide.Select(angle.IsOdd, angle.Cosine, angle.Sine);
        return size ^ (((angle.Quarters << 62) ^ signed) & TWide.OfBits(Doubles.SignMask));
    }
}
