using AutoMLZero.Execution;
using AutoMLZero.Numerics;
using AutoMLZero.Search;
using AutoMLZero.Tasks;
using AutoMLZero.Tests.Experiments;

namespace AutoMLZero.Tests.Execution;

/// <summary>Runs of evolution on small linear tasks, with early exits.</summary>
internal static class EarlyExitRuns
{
    /// <summary>The tasks of all runs.</summary>
    public static TaskSet Tasks { get; } = SyntheticTasks.Create(
        new SyntheticTaskSettings { Kind = SyntheticKind.Linear, Count = 4, Dimension = 4, TrainExamples = 40, ValidExamples = 20 }, seed: 1);

    /// <summary>Hurdles that stop many programs.</summary>
    public static HurdleSettings Hurdles { get; } = new() { Tasks = 3, TrainExamples = 15, ValidExamples = 10 };

    /// <summary>A run in the space of the preset <c>linear</c>, with a population of 100.</summary>
    public static RegularizedEvolution Run(IEvaluator evaluator, int individuals, double? hurdlePercentile)
    {
        var settings = new EvolutionSettings
        {
            PopulationSize = 100,
            Mutations = MutationMix.Uniform(MutationType.AlterArgument, MutationType.RandomizeInstruction, MutationType.RandomizeFunction),
            HurdlePercentile = hurdlePercentile,
        };
        var evolution = new RegularizedEvolution(Specs.Linear().ToSearchSpace(), settings, evaluator, new RandomSource(3));
        for (var i = 0; i < individuals; i++) evolution.Advance();
        return evolution;
    }

    /// <summary>As above, with an evaluator made for it.</summary>
    public static RegularizedEvolution Run(EarlyExits exits, int individuals)
    {
        using var evaluator = Evaluators.Create(Tasks, new EvaluationSettings(), exits);
        return Run(evaluator, individuals, exits.Hurdles?.Percentile);
    }
}
