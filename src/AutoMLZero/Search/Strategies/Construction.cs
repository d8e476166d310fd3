namespace AutoMLZero.Search;

/// <summary>How new programs, which have no parents, are made.</summary>
public enum Construction : byte
{
    /// <summary>Instruction by instruction, without regard to what they are for, of the initial lengths.</summary>
    Random,

    /// <summary>
    /// From the end to the start, each instruction for something that is demanded: the prediction, then the next values of what is learned, then what
    /// both find in memory. Lengths are drawn up to the maximum lengths.
    /// </summary>
    Backward,
}
