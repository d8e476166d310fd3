namespace AutoMLZero.Execution;

/// <summary>Parts of the engine that can be left out, to measure what each is worth. None changes a bit of a program that draws no random numbers.</summary>
internal sealed record EngineOptions
{
    /// <summary>All parts.</summary>
    public static EngineOptions All { get; } = new();

    /// <summary>Whether only effective instructions run; else all, as they are written.</summary>
    public bool RemovesIntrons { get; init; } = true;

    /// <summary>Whether common pairs of instructions run as one loop.</summary>
    public bool FusesPairs { get; init; } = true;

    /// <summary>Whether instructions that have the same result at every step run once.</summary>
    public bool HoistsInvariants { get; init; } = true;

    /// <summary>Whether programs for few small regression tasks run in the loop that is made for them.</summary>
    public bool TrainsInOneLoop { get; init; } = true;

    /// <summary>Whether several validation examples run at once when nothing is carried from one to the next.</summary>
    public bool ValidatesInBlocks { get; init; } = true;
}
