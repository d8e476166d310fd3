using System.Runtime.Intrinsics;

namespace AutoMLZero.Numerics;

/// <summary>Elementary functions of many numbers, in the widest vectors that the machine has.</summary>
internal static unsafe class ElementaryLoops
{
    /// <summary>target[i] = f(source[i]).</summary>
    /// <typeparam name="TFunction">f.</typeparam>
    /// <param name="source">Numbers.</param>
    /// <param name="target">May be the source.</param>
    /// <param name="count">A multiple of 8.</param>
    public static void Apply<TFunction>(double* source, double* target, nint count)
        where TFunction : struct, IElementaryFunction =>
        ApplyWidest<TFunction, double>(source, target, count);

    /// <summary>target[i] = f(source[i]), computed in double and rounded once.</summary>
    /// <typeparam name="TFunction">f.</typeparam>
    /// <param name="source">Numbers.</param>
    /// <param name="target">May be the source.</param>
    /// <param name="count">A multiple of 8.</param>
    public static void Apply<TFunction>(float* source, float* target, nint count)
        where TFunction : struct, IElementaryFunction =>
        ApplyWidest<TFunction, float>(source, target, count);

    private static void ApplyWidest<TFunction, T>(T* source, T* target, nint count)
        where TFunction : struct, IElementaryFunction
        where T : unmanaged
    {
        if (Vector512.IsHardwareAccelerated) Apply<TFunction, Wide512, T>(source, target, count);
        else if (Vector256.IsHardwareAccelerated) Apply<TFunction, Wide256, T>(source, target, count);
        else Apply<TFunction, Wide128, T>(source, target, count);
    }

    /// <summary>As the other, in vectors of a given width.</summary>
    internal static void Apply<TFunction, TWide, T>(T* source, T* target, nint count)
        where TFunction : struct, IElementaryFunction
        where TWide : struct, IWide<TWide>
        where T : unmanaged
    {
        nint i = 0;
        for (; i + (2 * TWide.Count) <= count; i += 2 * TWide.Count)
            TWide.StorePair(TFunction.Of(TWide.Load(source + i)), TFunction.Of(TWide.Load(source + i + TWide.Count)), target + i);
        for (; i < count; i += TWide.Count) TFunction.Of(TWide.Load(source + i)).Store(target + i);
    }
}
