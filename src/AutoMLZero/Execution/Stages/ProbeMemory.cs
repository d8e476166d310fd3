namespace AutoMLZero.Execution.Stages;

/// <summary>
/// What probes gave, by hashes of the effective instructions: programs that share one err alike, so that a probe need not be repeated. A newer entry takes the place of an older one; a forgotten entry costs a probe and changes no result.
/// </summary>
internal sealed class ProbeMemory
{
    private const int Size = 1 << 15;

    private readonly Entry[] entries = new Entry[Size];

    /// <summary>Looks up what the probe of a program gave.</summary>
    /// <param name="program">A hash of its effective instructions.</param>
    /// <param name="key">The key of its errors; null when every task ended.</param>
    public bool TryGet(ulong program, out ulong? key)
    {
        ref readonly var entry = ref entries[program % Size];
        key = entry.HasEnded ? null : entry.Key;
        return entry.IsSet && entry.Program == program;
    }

    /// <summary>Keeps what the probe of a program gave.</summary>
    /// <param name="program">A hash of its effective instructions.</param>
    /// <param name="key">The key of its errors; null when every task ended.</param>
    public void Add(ulong program, ulong? key) => entries[program % Size] = new Entry(true, key is null, program, key ?? 0);

    private readonly record struct Entry(bool IsSet, bool HasEnded, ulong Program, ulong Key);
}
