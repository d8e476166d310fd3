namespace AutoMLZero.Numerics;

/// <summary>The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): turns related numbers into unrelated ones.</summary>
public static class SplitMix
{
    /// <summary>The golden ratio in 64 bits; successive multiples of it are well spread.</summary>
    public const ulong Increment = 0x9E3779B97F4A7C15;

    /// <summary>Mixes 64 bits; different inputs give different outputs.</summary>
    /// <param name="bits">Any number.</param>
    public static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>A seed made of a seed and a number, for streams that must not be related.</summary>
    /// <param name="seed">The seed to derive from.</param>
    /// <param name="number">Which of the derived seeds.</param>
    public static ulong Derive(ulong seed, ulong number) => Mix(Mix(seed + Increment) ^ (number * Increment));
}
