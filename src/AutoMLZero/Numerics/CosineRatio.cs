using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>The cosine: of quarter turns 0 to 3 with a rest r, cos r, -sin r, -cos r, sin r; even.</summary>
internal readonly struct CosineRatio : ITrigonometricRatio
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWide Of<TWide>(Angle<TWide> angle, TWide signed)
        where TWide : struct, IWide<TWide>
    {
        var size = TWide.Select(angle.IsOdd, angle.Sine, angle.Cosine);
        return size ^ (((angle.Quarters << 62) ^ (angle.Quarters << 63)) & TWide.OfBits(Doubles.SignMask));
    }
}
