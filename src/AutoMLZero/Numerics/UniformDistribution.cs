using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>Uniform numbers in [low, high]; low when low >= high.</summary>
/// <param name="low">Lower bound.</param>
/// <param name="high">Upper bound.</param>
internal readonly struct UniformDistribution(double low, double high) : IDistribution
{
    private const double TwoToMinus53 = 1.0 / (1L << 53);

    private readonly double low = low;
    private readonly double range = low >= high ? -0.0 : high - low;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TWide Of<TWide>(TWide bits)
        where TWide : struct, IWide<TWide> =>
        low + (TWide.FromWhole(bits >>> 11) * TwoToMinus53) * range;
}
