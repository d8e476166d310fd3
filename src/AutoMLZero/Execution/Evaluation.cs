namespace AutoMLZero.Execution;

/// <summary>The fitness of a program and how it was come by.</summary>
/// <param name="Fitness">Fitness over all tasks, in [0, 1]; larger is better.</param>
/// <param name="Outcome">Whether the program ran in full.</param>
public readonly record struct Evaluation(double Fitness, EvaluationOutcome Outcome);

/// <summary>What an evaluation took.</summary>
public enum EvaluationOutcome : byte
{
    /// <summary>The program ran on all examples.</summary>
    Evaluated,

    /// <summary>A cache had the answer.</summary>
    Cached,

    /// <summary>A hurdle stopped the program early.</summary>
    Partial,
}
