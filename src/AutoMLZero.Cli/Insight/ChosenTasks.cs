using System.Collections.Immutable;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Cli.Insight;

/// <summary>What a command looks at.</summary>
/// <param name="Program">The program.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Tasks">The tasks that it is looked at on; null when there are none.</param>
/// <param name="Evaluation">How programs are evaluated on them.</param>
internal sealed record ChosenTasks(Program Program, TaskKind Kind, TaskSet? Tasks, EvaluationSettings? Evaluation)
{
    /// <summary>What the features are called; empty unless they come from a table.</summary>
    public ImmutableArray<string> FeatureNames { get; init; } = [];

    /// <summary>An evaluator on the tasks, which there are.</summary>
    public IEvaluator Evaluator() => Evaluators.Create(Tasks!, Evaluation!);
}
