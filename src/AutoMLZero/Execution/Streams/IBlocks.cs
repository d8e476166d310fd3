namespace AutoMLZero.Execution.Streams;

/// <summary>How many vectors the lanes of an element fill: known when a method is compiled.</summary>
internal interface IBlocks
{
    /// <summary>Whether there are two vectors, not one.</summary>
    static abstract bool AreTwo { get; }
}

/// <summary>One vector.</summary>
internal readonly struct OneBlock : IBlocks
{
    public static bool AreTwo => false;
}

/// <summary>Two vectors.</summary>
internal readonly struct TwoBlocks : IBlocks
{
    public static bool AreTwo => true;
}
