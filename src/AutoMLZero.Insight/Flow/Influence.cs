namespace AutoMLZero.Insight.Flow;

/// <summary>What a value depends on.</summary>
[Flags]
internal enum Influence
{
    /// <summary>Nothing but constants and memory.</summary>
    None = 0,

    /// <summary>The features.</summary>
    Features = 1,

    /// <summary>The label.</summary>
    Label = 2,

    /// <summary>Random numbers that are drawn anew for each example.</summary>
    Noise = 4,
}
