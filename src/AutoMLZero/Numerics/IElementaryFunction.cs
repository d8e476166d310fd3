namespace AutoMLZero.Numerics;

/// <summary>A function of one number, applied in every lane, with the same bits in every width.</summary>
internal interface IElementaryFunction
{
    /// <summary>The function of each lane.</summary>
    static abstract TWide Of<TWide>(TWide x)
        where TWide : struct, IWide<TWide>;
}
