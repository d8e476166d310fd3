namespace AutoMLZero.Execution.Stages;

/// <summary>
/// Keys that were found for programs, by hashes of their effective instructions: programs that share a hash share the key, so that it need not be
/// found again. A newer entry takes the place of an older one; a forgotten entry costs time and changes no result.
/// </summary>
internal sealed class KeyMemory
{
    private const int Size = 1 << 15;

    private readonly Entry[] entries = new Entry[Size];

    /// <summary>Looks a key up.</summary>
    /// <param name="program">A hash of the effective instructions of a program.</param>
    /// <param name="key">Its key, which may be null.</param>
    public bool TryGet(ulong program, out ulong? key)
    {
        ref readonly var entry = ref entries[program % Size];
        key = entry.HasKey ? entry.Key : null;
        return entry.IsSet && entry.Program == program;
    }

    /// <summary>Keeps a key.</summary>
    /// <param name="program">A hash of the effective instructions of a program.</param>
    /// <param name="key">Its key, which may be null.</param>
    public void Add(ulong program, ulong? key) => entries[program % Size] = new Entry(true, key is not null, program, key ?? 0);

    private readonly record struct Entry(bool IsSet, bool HasKey, ulong Program, ulong Key);
}
