namespace AutoMLZero.Experiments;

/// <summary>When a search ends without success; what is null does not end it. Caches save time, never budget.</summary>
public sealed record Budget
{
    /// <summary>Number of experiments, at least 1.</summary>
    public long? Experiments { get; init; }

    /// <summary>Number of individuals over all experiments, at least 1.</summary>
    public long? Individuals { get; init; }

    /// <summary>Nominal training steps, at least 1: individuals x tasks x epochs x training examples.</summary>
    public long? TrainingSteps { get; init; }

    /// <summary>Time, more than zero, to the tick. It decides nothing but when to stop.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>How many more individuals there may be.</summary>
    /// <param name="individuals">Individuals so far.</param>
    /// <param name="trainingSteps">Training steps of each, at least 1.</param>
    public long IndividualsLeft(long individuals, long trainingSteps) => Math.Max(
        0, Math.Min(Individuals ?? long.MaxValue, TrainingSteps / trainingSteps ?? long.MaxValue) - individuals);
}
