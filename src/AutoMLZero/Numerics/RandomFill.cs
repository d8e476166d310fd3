using System.Runtime.Intrinsics;

namespace AutoMLZero.Numerics;

/// <summary>Fills memory with the numbers of <see cref="CounterRandom"/>, in the widest vectors that the machine has.</summary>
internal static unsafe class RandomFill
{
    /// <summary>target[i] = the number of one element, drawn with the key of lane i.</summary>
    /// <typeparam name="TDistribution">Distribution of the numbers.</typeparam>
    /// <typeparam name="T">double, or float, then rounded once from the double.</typeparam>
    /// <param name="distribution">Distribution of the numbers.</param>
    /// <param name="stepKeys">What <see cref="CounterRandom.StepKey"/> gave, for each lane.</param>
    /// <param name="element">Number of the element.</param>
    /// <param name="target">One number a lane.</param>
    /// <param name="count">Number of lanes, a multiple of 8.</param>
    public static void Lanes<TDistribution, T>(TDistribution distribution, ulong* stepKeys, long element, T* target, nint count)
        where TDistribution : struct, IDistribution
        where T : unmanaged
    {
        if (Vector512.IsHardwareAccelerated) Lanes<TDistribution, Wide512, T>(distribution, stepKeys, element, target, count);
        else if (Vector256.IsHardwareAccelerated) Lanes<TDistribution, Wide256, T>(distribution, stepKeys, element, target, count);
        else Lanes<TDistribution, Wide128, T>(distribution, stepKeys, element, target, count);
    }

    /// <summary>target[i] = the number of element first + i, all drawn with the same key.</summary>
    /// <typeparam name="TDistribution">Distribution of the numbers.</typeparam>
    /// <typeparam name="T">double, or float, then rounded once from the double.</typeparam>
    /// <param name="distribution">Distribution of the numbers.</param>
    /// <param name="stepKey">What <see cref="CounterRandom.StepKey"/> gave.</param>
    /// <param name="first">Number of the first element.</param>
    /// <param name="target">One number an element.</param>
    /// <param name="count">Number of elements, a multiple of 8.</param>
    public static void Elements<TDistribution, T>(TDistribution distribution, ulong stepKey, long first, T* target, nint count)
        where TDistribution : struct, IDistribution
        where T : unmanaged
    {
        if (Vector512.IsHardwareAccelerated) Elements<TDistribution, Wide512, T>(distribution, stepKey, first, target, count);
        else if (Vector256.IsHardwareAccelerated) Elements<TDistribution, Wide256, T>(distribution, stepKey, first, target, count);
        else Elements<TDistribution, Wide128, T>(distribution, stepKey, first, target, count);
    }

    /// <summary>As the other, in vectors of a given width.</summary>
    internal static void Lanes<TDistribution, TWide, T>(TDistribution distribution, ulong* stepKeys, long element, T* target, nint count)
        where TDistribution : struct, IDistribution
        where TWide : struct, IWide<TWide>
        where T : unmanaged
    {
        var offset = TWide.OfBits(CounterRandom.Offset(element));
        for (nint i = 0; i < count; i += TWide.Count)
        {
            var places = TWide.AddWhole(TWide.Load((double*)(stepKeys + i)), offset);
            distribution.Of(SplitMix.Mix(places)).Store(target + i);
        }
    }

    /// <summary>As the other, in vectors of a given width.</summary>
    internal static void Elements<TDistribution, TWide, T>(TDistribution distribution, ulong stepKey, long first, T* target, nint count)
        where TDistribution : struct, IDistribution
        where TWide : struct, IWide<TWide>
        where T : unmanaged
    {
        var firstPlaces = stackalloc ulong[TWide.Count];
        for (var lane = 0; lane < TWide.Count; lane++) firstPlaces[lane] = stepKey + CounterRandom.Offset(first + lane);
        var places = TWide.Load((double*)firstPlaces);
        var increment = TWide.OfBits((ulong)TWide.Count * SplitMix.Increment);
        for (nint i = 0; i < count; i += TWide.Count)
        {
            distribution.Of(SplitMix.Mix(places)).Store(target + i);
            places = TWide.AddWhole(places, increment);
        }
    }
}
