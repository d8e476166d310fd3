namespace AutoMLZero.Execution.Streams;

/// <summary>How many vectors the lanes of an element fill: known when a method is compiled.</summary>
internal interface IBlocks
{
    /// <summary>Whether a scalar has two vectors, not one.</summary>
    static abstract bool HasSecond { get; }

    /// <summary>Whether each element of a vector has two vectors, not one.</summary>
    static abstract bool AreTwo { get; }

    /// <summary>Whether the elements of the lanes beyond the first vector share a vector, as <see cref="SharedTail{T}"/> has it.</summary>
    static abstract bool IsShared { get; }
}

/// <summary>One vector.</summary>
internal readonly struct OneBlock : IBlocks
{
    public static bool HasSecond => false;

    public static bool AreTwo => false;

    public static bool IsShared => false;
}

/// <summary>Two vectors.</summary>
internal readonly struct TwoBlocks : IBlocks
{
    public static bool HasSecond => true;

    public static bool AreTwo => true;

    public static bool IsShared => false;
}

/// <summary>One vector, and one more for all elements of the lanes that are left.</summary>
internal readonly struct SharedBlock : IBlocks
{
    public static bool HasSecond => true;

    public static bool AreTwo => false;

    public static bool IsShared => true;
}
