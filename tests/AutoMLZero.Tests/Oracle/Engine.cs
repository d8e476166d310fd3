using AutoMLZero.Execution;
using AutoMLZero.Language;

namespace AutoMLZero.Tests.Oracle;

/// <summary>The engine as the tests see it.</summary>
internal static class Engine
{
    /// <summary>The fitness of a program.</summary>
    public static FitnessResult Evaluate(IEvaluator evaluator, Program program)
    {
        var evaluation = evaluator.Evaluate(program);
        Assert.Equal(EvaluationOutcome.Evaluated, evaluation.Outcome);
        return new FitnessResult(evaluation.Fitness, evaluator.TaskFitness.ToArray());
    }

    /// <summary>The fitness of every program of a batch, in order.</summary>
    public static IReadOnlyList<FitnessResult> Evaluate(FitnessBatch batch)
    {
        using var evaluator = Evaluators.Create(batch.Tasks, batch.Settings);
        return [.. batch.Programs.Select(program => Evaluate(evaluator, program))];
    }

    /// <summary>The hash over a fixed sample of some 3,000 programs, in both number formats.</summary>
    public static ulong Hash()
    {
        var hash = new FitnessHash();
        foreach (var precision in Enum.GetValues<Precision>())
        {
            foreach (var result in FitnessBatches.All(precision, part: 15).SelectMany(Evaluate)) hash.Add(result);
        }

        return hash.Value;
    }
}
