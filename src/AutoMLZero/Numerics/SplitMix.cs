using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): turns related numbers into unrelated ones.</summary>
public static class SplitMix
{
    /// <summary>The golden ratio in 64 bits; successive multiples of it are well spread.</summary>
    public const ulong Increment = 0x9E3779B97F4A7C15;

    private const ulong FirstFactor = 0xBF58476D1CE4E5B9;
    private const ulong SecondFactor = 0x94D049BB133111EB;

    /// <summary>Mixes 64 bits; different inputs give different outputs.</summary>
    /// <param name="bits">Any number.</param>
    public static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * FirstFactor;
        bits = (bits ^ (bits >> 27)) * SecondFactor;
        return bits ^ (bits >> 31);
    }

    /// <summary>A seed made of a seed and a number, for streams that must not be related.</summary>
    /// <param name="seed">The seed to derive from.</param>
    /// <param name="number">Which of the derived seeds.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Derive(ulong seed, ulong number) => Mix(Mix(seed + Increment) ^ (number * Increment));

    /// <summary>Mixes the bits of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TWide Mix<TWide>(TWide bits)
        where TWide : struct, IWide<TWide>
    {
        bits = TWide.MultiplyWhole(bits ^ (bits >>> 30), TWide.OfBits(FirstFactor));
        bits = TWide.MultiplyWhole(bits ^ (bits >>> 27), TWide.OfBits(SecondFactor));
        return bits ^ (bits >>> 31);
    }
}
