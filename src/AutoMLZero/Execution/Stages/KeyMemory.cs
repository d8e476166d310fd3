namespace AutoMLZero.Execution.Stages;

/// <summary>
/// Keys that were found for programs, by hashes of their effective instructions: programs that share a hash share the key, so that it need not be
/// found again. A newer entry takes the place of an older one; a forgotten entry costs time and changes no result.
/// </summary>
internal sealed class KeyMemory
{
    private const int Size = 1 << 15;

    /// <summary>What empty entries hold; a program with this hash is not remembered.</summary>
    private const ulong NoProgram = 0;

    /// <summary>Stands for null; a key of this value is not remembered.</summary>
    private const ulong NoKey = 0;

    private readonly Entry[] entries = new Entry[Size];

    /// <summary>Looks a key up.</summary>
    /// <param name="program">A hash of the effective instructions of a program.</param>
    /// <param name="key">Its key, which may be null.</param>
    public bool TryGet(ulong program, out ulong? key)
    {
        var entry = entries[program % Size];
        key = entry.Key == NoKey ? null : entry.Key;
        return entry.Program == program && program != NoProgram;
    }

    /// <summary>Keeps a key.</summary>
    /// <param name="program">A hash of the effective instructions of a program.</param>
    /// <param name="key">Its key, which may be null.</param>
    public void Add(ulong program, ulong? key)
    {
        if (key != NoKey) entries[program % Size] = new Entry(program, key ?? NoKey);
    }

    /// <summary>An entry in 16 bytes: a look-up waits for one line of memory.</summary>
    private readonly record struct Entry(ulong Program, ulong Key);
}
