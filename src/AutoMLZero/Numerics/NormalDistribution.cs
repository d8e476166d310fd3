using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>Normal numbers.</summary>
/// <param name="mean">Mean.</param>
/// <param name="deviation">Standard deviation.</param>
internal readonly struct NormalDistribution(double mean, double deviation) : IDistribution
{
    private readonly double mean = mean;
    private readonly double deviation = deviation;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TWide Of<TWide>(TWide bits)
        where TWide : struct, IWide<TWide> =>
        mean + deviation * BoxMuller.Transform(bits);
}
