using AutoMLZero.Execution;
using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>The fitness of a program on tasks that nothing has seen before.</summary>
/// <param name="Fitness">Fitness over all tasks, combined as the spec says.</param>
/// <param name="StandardError">Standard error of the mean fitness over the tasks; null when there is one task only.</param>
internal readonly record struct FinalTest(double Fitness, double? StandardError)
{
    /// <summary>Makes the unseen tasks and runs the program on them.</summary>
    public static FinalTest Run(ExperimentSpec spec, ulong seed, EvaluatorFactory evaluators, Program program)
    {
        using var evaluator = evaluators(spec.Tasks.Test.Create(ExperimentSeeds.TestTasks(seed)), spec.Evaluation, new EarlyExits());
        var fitness = evaluator.Evaluate(program).Fitness;
        return new FinalTest(fitness, StandardErrorOf(evaluator.TaskFitness));
    }

    /// <summary>The sample standard deviation divided by the root of the number of values; null for fewer than two.</summary>
    internal static double? StandardErrorOf(ReadOnlySpan<double> values)
    {
        if (values.Length < 2) return null;
        var mean = 0.0;
        foreach (var value in values) mean += value / values.Length;
        var squares = 0.0;
        foreach (var value in values) squares += (value - mean) * (value - mean);
        return Math.Sqrt(squares / (values.Length - 1) / values.Length);
    }
}
