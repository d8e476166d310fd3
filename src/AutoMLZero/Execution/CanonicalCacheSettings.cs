namespace AutoMLZero.Execution;

/// <summary>
/// Programs with one canonical form, whatever their introns, names and order, are run once; where runs are short, programs with the same effective
/// instructions, whatever their introns, are. That is exact, apart from collisions of 64-bit hashes.
/// </summary>
public sealed record CanonicalCacheSettings
{
    /// <summary>Number of programs kept, at least 1; the least recently used goes first.</summary>
    public int Capacity { get; init; } = 100_000;
}
