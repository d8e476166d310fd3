using System.Collections.Immutable;
using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Reports.Statistics;

namespace AutoMLZero.Reports.Comparison;

/// <summary>A program and how it does on the test tasks of a search.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Program">The program.</param>
/// <param name="Fitness">Its fitness over all tasks, combined as the spec says, in [0, 1].</param>
/// <param name="TaskFitness">Its fitness on each task, in the order of the tasks.</param>
public sealed record TestedProgram(string Name, Program Program, double Fitness, ImmutableArray<double> TaskFitness)
{
    /// <summary>The standard error of the mean over the tasks; null when there is one task only.</summary>
    public double? StandardError => PairedDifference.StandardErrorOf(TaskFitness.AsSpan());

    /// <summary>How much better it is than another on the same tasks.</summary>
    /// <param name="other">The other program.</param>
    public PairedDifference Above(TestedProgram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return PairedDifference.Of(TaskFitness.AsSpan(), other.TaskFitness.AsSpan());
    }

    /// <summary>Runs programs on the test tasks of a search, which no search with that seed has seen.</summary>
    /// <param name="spec">The search.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="programs">The programs by name.</param>
    /// <param name="progress">Hears the name of each program that is run.</param>
    /// <param name="cancellation">Ends the work after the program that is running.</param>
    /// <exception cref="InputException">The tasks cannot be made.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImmutableArray<TestedProgram> Test(
        ExperimentSpec spec,
        ulong seed,
        IEnumerable<(string Name, Program Program)> programs,
        IProgress<string>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(programs);
        using var evaluator = Evaluators.Create(spec.Tasks.Test.Create(ExperimentSeeds.TestTasks(seed)), spec.Evaluation);
        var tested = ImmutableArray.CreateBuilder<TestedProgram>();
        foreach (var (name, program) in programs)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report($"testing {name}");
            var fitness = evaluator.Evaluate(program).Fitness;
            tested.Add(new TestedProgram(name, program, fitness, [.. evaluator.TaskFitness]));
        }

        return tested.DrainToImmutable();
    }
}
