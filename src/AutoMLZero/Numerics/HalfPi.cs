namespace AutoMLZero.Numerics;

/// <summary>pi/2 to twice the accuracy of a double.</summary>
internal static class HalfPi
{
    /// <summary>pi/2, rounded.</summary>
    public const double High = Math.PI / 2;

    /// <summary>What rounding took.</summary>
    public const double Low = 6.123233995736766e-17;
}
