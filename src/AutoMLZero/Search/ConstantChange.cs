namespace AutoMLZero.Search;

/// <summary>How mutations change constants. Index constants are always drawn anew, and standard deviations keep their sign.</summary>
public enum ConstantChange : byte
{
    /// <summary>With probability 0.1 the sign flips, else the constant is multiplied by exp(N(0, 1)): the authors' code.</summary>
    LogNormal,

    /// <summary>The constant is multiplied by a number from U[0.5, 2], and with probability 0.1 the sign flips: the paper.</summary>
    Uniform,
}
