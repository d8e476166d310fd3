using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>Which programs are acceptable: those at least as good as a hand-written one on the same tasks (section 4.1).</summary>
internal static class Acceptance
{
    /// <summary>What rounding may cost a program that computes the same in another order.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>The fitness from which a program is acceptable.</summary>
    /// <param name="reference">The hand-written program.</param>
    /// <param name="tasks">The tasks.</param>
    /// <param name="settings">How programs are evaluated.</param>
    public static double Threshold(Program reference, TaskSet tasks, EvaluationSettings settings)
    {
        using var evaluator = Evaluators.Create(tasks, settings);
        return evaluator.Evaluate(reference).Fitness - Tolerance;
    }
}
