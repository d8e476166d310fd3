using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>arctan x by a minimax polynomial in [-1, 1], elsewhere pi/2 - arctan(1/x) with the sign of x.</summary>
internal readonly struct Arctangent : IElementaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWide Of<TWide>(TWide x)
        where TWide : struct, IWide<TWide>
    {
        var size = TWide.Abs(x);
        var large = size > 1.0;
        var t = TWide.Select(large, 1.0 / size, size);
        var z = t * t;
        var bend = (t * z) * Polynomial(z);
        var turned = (HalfPi.High - t) - (bend - HalfPi.Low);
        return TWide.Select(large, turned, t + bend) | (x & TWide.OfBits(Doubles.SignMask));
    }

    /// <summary>(arctan(t) / t - 1) / t^2 as a polynomial of z = t^2; its even and odd parts, if summed apart, would cancel near 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWide Polynomial<TWide>(TWide z)
        where TWide : struct, IWide<TWide>
    {
        var z2 = z * z;
        var z4 = z2 * z2;
        var tail = 1.4651844196070756e-05 * z - 0.00016654456704173548;
        tail = (tail * z + 0.0008984261793901381) * z - 0.0030771320193598737;
        tail = (tail * z + 0.007574691708606901) * z - 0.014442334267960323;
        tail = (tail * z + 0.022569273228495647) * z - 0.030388117183325857;
        tail = (tail * z + 0.03695356103288664) * z - 0.0423482649081376;
        tail = (tail * z + 0.047284456370712775) * z - 0.05255374873193347;
        var head = 0.05880958720775695 * z - 0.06666479276055881;
        head = (head * z + 0.07692289454152618) * z - 0.09090907868855665;
        head = (head * z + 0.1111111105888168) * z - 0.14285714284460058;
        head = (head * z + 0.19999999999986817) * z - 0.33333333333333304;
        return head + (z4 * z4) * tail;
    }
}
