namespace AutoMLZero.Numerics;

/// <summary>Turns random bits into random numbers.</summary>
internal interface IDistribution
{
    /// <summary>The random numbers that the bits of each lane stand for.</summary>
    TWide Of<TWide>(TWide bits)
        where TWide : struct, IWide<TWide>;
}
