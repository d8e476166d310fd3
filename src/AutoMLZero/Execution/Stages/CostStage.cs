using System.Numerics;
using AutoMLZero.Analysis;
using AutoMLZero.State;

namespace AutoMLZero.Execution.Stages;

/// <summary>Rejects programs that cost too much before anything runs.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="dimension">Number of features F.</param>
/// <param name="limit">The largest cost a training step.</param>
/// <param name="next">Evaluates the others.</param>
internal sealed class CostStage<T>(int dimension, double limit, IStage<T> next) : IStage<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public Evaluation Evaluate(Candidate<T> candidate) => ProgramCost.PerStep(candidate.Code, dimension) > limit
        ? new Evaluation(0, EvaluationOutcome.Rejected)
        : next.Evaluate(candidate);

    /// <inheritdoc/>
    public void Save(StateWriter writer) => next.Save(writer);

    /// <inheritdoc/>
    public void Restore(StateReader reader) => next.Restore(reader);
}
