using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>What sine, cosine and tangent share.</summary>
/// <typeparam name="TRatio">Which of them.</typeparam>
internal readonly struct Trigonometric<TRatio> : IElementaryFunction
    where TRatio : ITrigonometricRatio
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWide Of<TWide>(TWide x)
        where TWide : struct, IWide<TWide>
    {
        var size = TWide.Abs(x);
        var angle = Angle<TWide>.Reduce(size, out var hard);
        return TWide.Any(hard) ? OfHard(x, size) : TRatio.Of(angle, x);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TWide OfHard<TWide>(TWide x, TWide size)
        where TWide : struct, IWide<TWide> =>
        TRatio.Of(Angle<TWide>.ReduceExactly(size), x);
}
