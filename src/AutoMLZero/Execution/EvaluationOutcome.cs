namespace AutoMLZero.Execution;

/// <summary>What an evaluation took.</summary>
public enum EvaluationOutcome : byte
{
    /// <summary>The program ran on all examples.</summary>
    Evaluated,

    /// <summary>A cache had the answer.</summary>
    Cached,

    /// <summary>A hurdle stopped the program early.</summary>
    Partial,

    /// <summary>The program was rejected before anything ran.</summary>
    Rejected,
}
