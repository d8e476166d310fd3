using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Explanations;

/// <summary>What each effective line is worth: the fitness of the program without it.</summary>
/// <param name="Fitness">The fitness of the whole program.</param>
/// <param name="Without">The fitness without each line, in the order of the values of the data flow.</param>
public sealed record Ablation(double Fitness, ImmutableArray<double> Without)
{
    /// <summary>What removing a line costs in fitness; negative when the program is better without it.</summary>
    /// <param name="value">A line.</param>
    public double Loss(FlowValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Fitness - Without[value.Index];
    }

    /// <summary>Evaluates the program whole and without each effective line.</summary>
    /// <param name="flow">The program.</param>
    /// <param name="evaluator">Tells the fitness.</param>
    /// <param name="progress">Hears how many evaluations are done.</param>
    /// <param name="cancellation">Ends the work after the evaluation that is running.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Ablation Measure(DataFlow flow, IEvaluator evaluator, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(evaluator);
        var fitness = evaluator.Evaluate(flow.Program).Fitness;
        var without = ImmutableArray.CreateBuilder<double>(flow.Values.Length);
        foreach (var value in flow.Values)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(without.Count + 1);
            without.Add(evaluator.Evaluate(Removed(flow.Program, value)).Fitness);
        }

        return new Ablation(fitness, without.MoveToImmutable());
    }

    private static Program Removed(Program program, FlowValue value) => program.With(value.Function, program[value.Function].RemoveAt(value.Line));
}
