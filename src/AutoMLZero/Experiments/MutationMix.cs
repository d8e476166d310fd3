namespace AutoMLZero.Experiments;

/// <summary>The weight of each mutation: it is chosen with its share of the sum. Each is in [0, 1,000,000], at least one is not 0.</summary>
public sealed record MutationMix
{
    /// <summary>Weight of altering one address or constant.</summary>
    public double AlterArgument { get; init; }

    /// <summary>Weight of replacing one instruction by a random one.</summary>
    public double RandomizeInstruction { get; init; }

    /// <summary>Weight of replacing all instructions of a component function by random ones.</summary>
    public double RandomizeFunction { get; init; }

    /// <summary>Weight of inserting a random instruction.</summary>
    public double Insert { get; init; }

    /// <summary>Weight of removing an instruction.</summary>
    public double Remove { get; init; }

    /// <summary>Weight of inserting one instruction and removing another.</summary>
    public double Trade { get; init; }
}
