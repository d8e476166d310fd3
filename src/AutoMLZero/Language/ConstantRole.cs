namespace AutoMLZero.Language;

/// <summary>What a constant of an instruction means, and so which values it may have.</summary>
public enum ConstantRole : byte
{
    /// <summary>A number to be stored: any finite value.</summary>
    Value,

    /// <summary>A relative position c in [0, 1): it selects element floor(F * c).</summary>
    Index,

    /// <summary>The lower bound of a uniform distribution: any finite value.</summary>
    Low,

    /// <summary>The upper bound of a uniform distribution: any finite value.</summary>
    High,

    /// <summary>The mean of a normal distribution: any finite value.</summary>
    Mean,

    /// <summary>The standard deviation of a normal distribution: finite, not negative.</summary>
    StandardDeviation,
}
