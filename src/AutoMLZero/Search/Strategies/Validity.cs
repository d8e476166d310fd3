namespace AutoMLZero.Search;

/// <summary>Which programs are worth running.</summary>
public enum Validity : byte
{
    /// <summary>All.</summary>
    None,

    /// <summary>
    /// Those in which a chain of instructions leads from the features of an example to its prediction, and another one from earlier labels.
    /// </summary>
    Syntactic,

    /// <summary>Those whose predictions depend on what <see cref="StrategySettings.Demands"/> says, by algebra.</summary>
    Algebraic,

    /// <summary>Those in which a chain of instructions leads from the features of an example to its prediction: they need not learn.</summary>
    Features,
}
