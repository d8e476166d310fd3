using AutoMLZero.State;

namespace AutoMLZero.Execution.Stages;

/// <summary>A step of an evaluation: knows the answer, or asks the next. Its state includes that of the next.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal interface IStage<T> : IStateful
    where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
{
    /// <summary>The fitness of a program.</summary>
    Evaluation Evaluate(Candidate<T> candidate);
}
