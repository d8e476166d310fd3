namespace AutoMLZero.Execution;

/// <summary>Parts of the engine that can be left out, to measure what each is worth. None changes a bit of a program that draws no random numbers.</summary>
internal sealed record EngineOptions
{
    /// <summary>All parts.</summary>
    public static EngineOptions All { get; } = new();

    /// <summary>Whether only effective instructions run, in canonical form; else all, as they are written.</summary>
    public bool RemovesIntrons { get; init; } = true;

    /// <summary>Whether common pairs of instructions run as one loop.</summary>
    public bool FusesPairs { get; init; } = true;

    /// <summary>Whether training on few small regression tasks runs in the loop that is made for it.</summary>
    public bool TrainsInOneLoop { get; init; } = true;

    /// <summary>Whether several validation examples run at once when nothing is carried from one to the next.</summary>
    public bool ValidatesInBlocks { get; init; } = true;
}
