namespace AutoMLZero.Execution.Stages;

/// <summary>A step of an evaluation: knows the answer, or asks the next.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal interface IStage<T>
    where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
{
    /// <summary>The fitness of a program.</summary>
    Evaluation Evaluate(Candidate<T> candidate);
}
