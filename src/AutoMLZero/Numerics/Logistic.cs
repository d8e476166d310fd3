using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>1 / (1 + e^-x), as e^x / (1 + e^x) where x is negative, which keeps its accuracy where e^-x overflows.</summary>
internal readonly struct Logistic : IElementaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWide Of<TWide>(TWide x)
        where TWide : struct, IWide<TWide>
    {
        var power = Exponential.OfNotLarge(TWide.Abs(x) ^ TWide.OfBits(Doubles.SignMask));
        return TWide.Select(x < 0.0, power, 1.0) / (1.0 + power);
    }
}
