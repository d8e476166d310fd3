namespace AutoMLZero.Search;

/// <summary>How a mutation changes a constant that is not an index. Index constants are drawn anew; standard deviations never change sign.</summary>
public enum ConstantChange : byte
{
    /// <summary>With probability 0.1 the sign flips, else the constant is multiplied by exp(N(0, 1)): the authors' code.</summary>
    LogNormal,

    /// <summary>The constant is multiplied by a number from U[0.5, 2], and with probability 0.1 the sign flips: the paper.</summary>
    Uniform,
}
