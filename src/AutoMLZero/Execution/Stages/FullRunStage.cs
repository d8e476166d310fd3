using System.Numerics;
using AutoMLZero.State;

namespace AutoMLZero.Execution.Stages;

/// <summary>Runs every program in full.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="evaluator">Runs programs.</param>
internal sealed class FullRunStage<T>(ICodeRunner evaluator) : IStage<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public Evaluation Evaluate(Candidate<T> candidate) => evaluator.Evaluate(candidate.Runnable);

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
    }

    /// <inheritdoc/>
    public void Restore(StateReader reader)
    {
    }
}
