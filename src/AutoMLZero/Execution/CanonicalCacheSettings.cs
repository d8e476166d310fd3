namespace AutoMLZero.Execution;

/// <summary>
/// Programs with one canonical form, whatever their introns, names and order, are run once. That is exact, apart from collisions of 64-bit hashes.
/// </summary>
public sealed record CanonicalCacheSettings
{
    /// <summary>Number of programs kept, at least 1; the least recently used goes first.</summary>
    public int Capacity { get; init; } = 100_000;
}
