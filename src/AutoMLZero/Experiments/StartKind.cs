namespace AutoMLZero.Experiments;

/// <summary>How evolved component functions begin.</summary>
public enum StartKind : byte
{
    /// <summary>Random instructions, of the function's initial length.</summary>
    Random,

    /// <summary>No instructions.</summary>
    Empty,

    /// <summary>The instructions of the given program.</summary>
    Program,
}
