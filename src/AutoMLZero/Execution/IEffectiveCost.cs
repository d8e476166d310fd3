using AutoMLZero.Language;

namespace AutoMLZero.Execution;

/// <summary>An evaluator that can tell what the program cost that it just evaluated, for it knows already which instructions are effective.</summary>
internal interface IEffectiveCost
{
    /// <summary>The cost of a training step: the effective instructions of <c>Predict</c> and <c>Learn</c>, as they are written.</summary>
    /// <param name="program">The program evaluated last.</param>
    double EffectiveCost(Program program);
}
