namespace AutoMLZero.Search;

/// <summary>Who dies when a child is born.</summary>
public enum Replacement : byte
{
    /// <summary>The oldest, as in regularized evolution.</summary>
    Oldest,

    /// <summary>The less fit of two that are drawn at random.</summary>
    WorseOfTwo,
}
