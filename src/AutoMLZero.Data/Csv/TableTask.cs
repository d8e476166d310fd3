namespace AutoMLZero.Data.Csv;

/// <summary>What is to be predicted of a table's target.</summary>
public enum TableTask : byte
{
    /// <summary>A number.</summary>
    Regression,

    /// <summary>One of two or more classes.</summary>
    Classification,
}
