using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>
/// A source of random numbers with a state that can be saved: xoshiro256** (Blackman and Vigna, 2018), seeded by SplitMix64.
/// The same seed gives the same numbers on every machine.
/// </summary>
public sealed class RandomSource
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>Starts a stream.</summary>
    /// <param name="seed">Any number.</param>
    public RandomSource(ulong seed)
    {
        s0 = SplitMix.Mix(seed += SplitMix.Increment);
        s1 = SplitMix.Mix(seed += SplitMix.Increment);
        s2 = SplitMix.Mix(seed += SplitMix.Increment);
        s3 = SplitMix.Mix(seed + SplitMix.Increment);
    }

    /// <summary>The four words that are the whole state; setting them continues a saved stream.</summary>
    public (ulong S0, ulong S1, ulong S2, ulong S3) State
    {
        get => (s0, s1, s2, s3);
        set => (s0, s1, s2, s3) = value;
    }

    /// <summary>64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBits() => Next(ref s0, ref s1, ref s2, ref s3);

    /// <summary>A uniform whole number from 0 to <paramref name="bound"/> - 1, without bias.</summary>
    /// <param name="bound">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1.</exception>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var product = (ulong)(uint)NextBits() * (uint)bound;
        if ((uint)product < (uint)bound) product = WithoutBias(product, (uint)bound);
        return (int)(product >> 32);
    }

    /// <summary>Draws as many numbers as <see cref="NextInt"/> would, the same ones: quicker than one by one.</summary>
    /// <param name="numbers">Where they go.</param>
    /// <param name="bound">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1.</exception>
    public void NextInts(Span<int> numbers, int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var (a, b, c, d) = (s0, s1, s2, s3);
        for (var i = 0; i < numbers.Length; i++)
        {
            var product = (ulong)(uint)Next(ref a, ref b, ref c, ref d) * (uint)bound;
            if ((uint)product < (uint)bound)
            {
                (s0, s1, s2, s3) = (a, b, c, d);
                product = WithoutBias(product, (uint)bound);
                (a, b, c, d) = (s0, s1, s2, s3);
            }

            numbers[i] = (int)(product >> 32);
        }

        (s0, s1, s2, s3) = (a, b, c, d);
    }

    /// <summary>A uniform number in [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1L << 53));

    /// <summary>A number from the standard normal distribution.</summary>
    public double NextGaussian() => BoxMuller.Transform(NextBits());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Next(ref ulong s0, ref ulong s1, ref ulong s2, ref ulong s3)
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong WithoutBias(ulong product, uint bound)
    {
        var threshold = (uint)-(int)bound % bound;
        while ((uint)product < threshold) product = (ulong)(uint)NextBits() * bound;
        return product;
    }
}
