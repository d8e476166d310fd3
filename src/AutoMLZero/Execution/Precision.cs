namespace AutoMLZero.Execution;

/// <summary>The number format in which programs run.</summary>
public enum Precision : byte
{
    /// <summary>64-bit floating point, the default.</summary>
    Bits64,

    /// <summary>32-bit floating point: twice the lanes, other roundings.</summary>
    Bits32,
}
