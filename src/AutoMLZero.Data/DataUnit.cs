namespace AutoMLZero.Data;

/// <summary>What the progress of work on data counts.</summary>
public enum DataUnit
{
    /// <summary>Bytes of a file.</summary>
    Bytes,

    /// <summary>Tasks made.</summary>
    Tasks,
}
