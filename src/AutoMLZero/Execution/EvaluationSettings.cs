namespace AutoMLZero.Execution;

/// <summary>How programs are evaluated.</summary>
public sealed record EvaluationSettings
{
    /// <summary>How the fitness values on the tasks become one.</summary>
    public Combination Combine { get; init; } = Combination.Mean;

    /// <summary>A larger training error, or one that is not a number, ends a task; the value itself passes.</summary>
    public double MaxAbsError { get; init; } = 100;

    /// <summary>The number format in which programs run.</summary>
    public Precision Precision { get; init; } = Precision.Bits64;
}
