namespace AutoMLZero.Numerics;

/// <summary>A function of an angle.</summary>
internal interface ITrigonometricRatio
{
    /// <summary>The ratio for an angle.</summary>
    /// <param name="angle">The angle without its sign.</param>
    /// <param name="signed">A number with the sign of the angle.</param>
    static abstract TWide Of<TWide>(Angle<TWide> angle, TWide signed)
        where TWide : struct, IWide<TWide>;
}
