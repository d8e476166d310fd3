using System.Numerics;
using AutoMLZero.State;

namespace AutoMLZero.Execution.Stages;

/// <summary>Runs programs on a first part of the tasks, and in full only those that do well enough there.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="first">Runs programs on the first part.</param>
/// <param name="next">Evaluates those that do well enough.</param>
internal sealed class HurdleStage<T>(Evaluator<T> first, IStage<T> next) : IStage<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public Evaluation Evaluate(Candidate<T> candidate)
    {
        if (candidate.Hurdle is not { } hurdle) return next.Evaluate(candidate);
        var fitness = first.Evaluate(candidate.Runnable).Fitness;
        if (fitness < hurdle) return new Evaluation(fitness, EvaluationOutcome.Partial) { FirstFitness = fitness, IsPartial = true };
        return next.Evaluate(candidate) with { FirstFitness = fitness };
    }

    /// <inheritdoc/>
    public void Save(StateWriter writer) => next.Save(writer);

    /// <inheritdoc/>
    public void Restore(StateReader reader) => next.Restore(reader);
}
