using System.Collections.Immutable;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Search;

/// <summary>Looks at a program without running it: fitness is the share of instructions that multiply two scalars.</summary>
internal sealed class ToyEvaluator : IEvaluator
{
    public TaskSet Tasks { get; } = SyntheticTasks.Create(
        new SyntheticTaskSettings { Kind = SyntheticKind.Linear, Count = 1, Dimension = 1, TrainExamples = 1, ValidExamples = 1 }, 1);

    public ReadOnlySpan<double> TaskFitness => new(ref lastFitness);

    public long Evaluations { get; private set; }

    public Program? Last { get; private set; }

    private double lastFitness;

    public Evaluation Evaluate(Program program)
    {
        Evaluations++;
        Last = program;
        var hits = Hits(program.Setup) + Hits(program.Predict) + Hits(program.Learn);
        lastFitness = program.Length == 0 ? 0 : (double)hits / program.Length;
        return new Evaluation(lastFitness, Evaluations % 7 == 0 ? EvaluationOutcome.Partial : EvaluationOutcome.Evaluated);
    }

    public void Dispose()
    {
    }

    private static int Hits(ImmutableArray<Instruction> instructions)
    {
        var hits = 0;
        foreach (var instruction in instructions) hits += instruction.Op == Op.ScalarMultiply ? 1 : 0;
        return hits;
    }
}
