using AutoMLZero.Execution;
using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>An untuned and a tuned program on tasks that neither search nor selection nor tuning has seen, the same for both.</summary>
/// <param name="Before">The fitness of the untuned program over all tasks, combined as the spec says.</param>
/// <param name="BeforeStandardError">The standard error of its mean over the tasks; null when there is one task only.</param>
/// <param name="After">The fitness of the tuned program.</param>
/// <param name="AfterStandardError">The standard error of its mean over the tasks; null when there is one task only.</param>
/// <param name="MeanGain">The mean over the tasks of how much more fitness the tuned program has on each.</param>
/// <param name="MeanGainStandardError">The standard error of that mean; null when there is one task only.</param>
public sealed record TuningTest(
    double Before, double? BeforeStandardError, double After, double? AfterStandardError, double MeanGain, double? MeanGainStandardError)
{
    /// <summary>Makes the unseen tasks, and runs both programs on them.</summary>
    internal static TuningTest Run(ExperimentSpec spec, ulong seed, EvaluatorFactory evaluators, Program before, Program after)
    {
        using var evaluator = evaluators(spec.Tasks.Test.Create(ExperimentSeeds.TestTasks(seed)), spec.Evaluation, new EarlyExits());
        var fitnessBefore = evaluator.Evaluate(before).Fitness;
        var tasksBefore = evaluator.TaskFitness.ToArray();
        var fitnessAfter = evaluator.Evaluate(after).Fitness;
        var tasksAfter = evaluator.TaskFitness.ToArray();
        double[] gains = [.. tasksAfter.Zip(tasksBefore, (tuned, untuned) => tuned - untuned)];
        return new TuningTest(
            fitnessBefore,
            FinalTest.StandardErrorOf(tasksBefore),
            fitnessAfter,
            FinalTest.StandardErrorOf(tasksAfter),
            gains.Sum() / gains.Length,
            FinalTest.StandardErrorOf(gains));
    }
}
