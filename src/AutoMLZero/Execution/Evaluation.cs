namespace AutoMLZero.Execution;

/// <summary>The fitness of a program and how it was come by.</summary>
/// <param name="Fitness">Fitness over all tasks, in [0, 1]; larger is better.</param>
/// <param name="Outcome">Whether the program ran in full.</param>
public readonly record struct Evaluation(double Fitness, EvaluationOutcome Outcome)
{
    /// <summary>A hash of the effective code: programs that share it make the same predictions. 0 when it was not asked for.</summary>
    public ulong Code { get; init; }

    /// <summary>Whether a hurdle stopped the program, now or when a cache met it: <see cref="Fitness"/> then is the first fitness.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The fitness on the first part (see <see cref="HurdleSettings"/>); null when there was none.</summary>
    public double? FirstFitness { get; init; }
}
