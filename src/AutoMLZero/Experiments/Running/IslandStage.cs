namespace AutoMLZero.Experiments.Running;

/// <summary>Where an island is in the open epoch.</summary>
internal enum IslandStage : byte
{
    /// <summary>No thread has it; it begins or goes on.</summary>
    Waiting,

    /// <summary>A thread runs it.</summary>
    Running,

    /// <summary>It came to the end of the epoch.</summary>
    Ended,
}
