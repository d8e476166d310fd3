namespace AutoMLZero.Analysis;

/// <summary>Where an operand of <see cref="DataFlow"/> comes from.</summary>
public enum FlowOrigin : byte
{
    /// <summary>There is no such operand.</summary>
    None,

    /// <summary>An instruction before it in the same function; the index is that of the <see cref="FlowValue"/>.</summary>
    Value,

    /// <summary>What the function finds in memory; the index is that of the <see cref="FlowMemory"/>.</summary>
    Memory,

    /// <summary>Zero: memory that nothing has written.</summary>
    Zero,

    /// <summary>The features of the example.</summary>
    Features,

    /// <summary>The label of the example, a number.</summary>
    Label,

    /// <summary>The label of the example as a vector with a single 1.</summary>
    OneHotLabel,
}
