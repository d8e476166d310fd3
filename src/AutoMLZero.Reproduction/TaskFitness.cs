using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Reproduction;

/// <summary>The fitness of programs on each of some tasks.</summary>
internal static class TaskFitness
{
    /// <summary>The fitness on each task, in their order.</summary>
    /// <param name="program">The program.</param>
    /// <param name="tasks">The tasks.</param>
    /// <param name="settings">How programs are evaluated.</param>
    public static double[] Of(Program program, TaskSet tasks, EvaluationSettings settings)
    {
        using var evaluator = Evaluators.Create(tasks, settings);
        evaluator.Evaluate(program);
        return evaluator.TaskFitness.ToArray();
    }
}
