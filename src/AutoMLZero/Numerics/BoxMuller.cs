namespace AutoMLZero.Numerics;

/// <summary>Normal numbers from random bits (Box and Muller, 1958).</summary>
internal static class BoxMuller
{
    private const double TwoToMinus32 = 1.0 / (1L << 32);

    /// <summary>A standard normal number: its radius from the upper, its angle from the lower 32 bits.</summary>
    public static double Transform(ulong bits)
    {
        var radius = Math.Sqrt(-2 * Elementary.Log(((bits >> 32) + 0.5) * TwoToMinus32));
        return radius * Elementary.Cos((uint)bits * (2 * Math.PI * TwoToMinus32));
    }
}
