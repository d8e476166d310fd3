using System.Runtime.CompilerServices;

namespace AutoMLZero.Numerics;

/// <summary>
/// What arcsin and arccos of x share: arcsin t = t + Bend, with t = |x| up to 1/2, and above, where arcsin |x| = pi/2 - 2 arcsin t, t = sqrt((1 - |x|) / 2).
/// </summary>
/// <param name="IsLarge">All bits where |x| is above 1/2.</param>
/// <param name="Base">t.</param>
/// <param name="Bend">arcsin t - t.</param>
internal readonly record struct InverseSine<TWide>(TWide IsLarge, TWide Base, TWide Bend)
    where TWide : struct, IWide<TWide>
{
    /// <summary>The parts for one x; not numbers outside of [-1, 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static InverseSine<TWide> Of(TWide x)
    {
        var size = TWide.Abs(x);
        var large = size > 0.5;
        var z = TWide.Select(large, (1.0 - size) * 0.5, x * x);
        var t = TWide.Select(large, TWide.Sqrt(z), size);
        return new(large, t, (t * z) * Polynomial(z));
    }

    /// <summary>(arcsin(t) / t - 1) / t^2 as a polynomial of z = t^2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWide Polynomial(TWide z)
    {
        var z2 = z * z;
        var even = (-0.014662559754502404 * z2 + 0.00693404472061228) * z2 + 0.013901520325756528;
        even = ((even * z2 + 0.02237188597720108) * z2 + 0.04464285698592718) * z2 + 0.16666666666666458;
        var odd = (0.030893357759619156 * z2 + 0.01847884201337739) * z2 + 0.012069300891013034;
        odd = ((odd * z2 + 0.017357928489453205) * z2 + 0.030381953285051905) * z2 + 0.07500000000121548;
        return even + z * odd;
    }
}
