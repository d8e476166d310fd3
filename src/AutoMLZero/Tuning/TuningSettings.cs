namespace AutoMLZero.Tuning;

/// <summary>How the constants of a program are tuned.</summary>
public sealed record TuningSettings
{
    /// <summary>How constants are looked for.</summary>
    public TuningMethod Method { get; init; } = TuningMethod.CmaEs;

    /// <summary>Number of programs that are evaluated, the untuned one among them; at least 1.</summary>
    public long Evaluations { get; init; } = 300;
}
