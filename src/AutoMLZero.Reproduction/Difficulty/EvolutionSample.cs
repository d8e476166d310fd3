using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>What came of experiments with evolution.</summary>
/// <param name="Experiments">Number of experiments.</param>
/// <param name="Solved">How many of them found an acceptable program.</param>
/// <param name="Individuals">Individuals over all experiments; one that is solved ends.</param>
internal sealed record EvolutionSample(long Experiments, long Solved, long Individuals)
{
    /// <summary>Two samples together.</summary>
    public static EvolutionSample operator +(EvolutionSample a, EvolutionSample b) =>
        new(a.Experiments + b.Experiments, a.Solved + b.Solved, a.Individuals + b.Individuals);

    /// <summary>Does experiments, each with tasks of its own.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="spec">Its spec.</param>
    /// <param name="experiments">Number of experiments.</param>
    /// <param name="length">Individuals of an experiment.</param>
    /// <param name="seed">Decides tasks and random choices.</param>
    /// <param name="cancellation">Ends it.</param>
    public static EvolutionSample Run(
        RegressionSetting setting, ExperimentSpec spec, int experiments, long length, ulong seed, CancellationToken cancellation)
    {
        var sample = new EvolutionSample(0, 0, 0);
        for (var i = 0; i < experiments; i++) sample += Run(setting, spec, length, SplitMix.Derive(seed, (ulong)i), cancellation);
        return sample;
    }

    private static EvolutionSample Run(RegressionSetting setting, ExperimentSpec spec, long length, ulong seed, CancellationToken cancellation)
    {
        var tasks = spec.Tasks.Search.Create(SplitMix.Derive(seed, 0));
        var threshold = Acceptance.Threshold(setting.Reference, tasks, spec.Evaluation);
        using var evaluator = Evaluators.Create(tasks, spec.Evaluation, spec.EarlyExits);
        var evolution = new RegularizedEvolution(spec.ToSearchSpace(), Settings(setting, spec), evaluator, new RandomSource(SplitMix.Derive(seed, 1)));
        while (evolution.Counters.Individuals < length && !(evolution.Best?.Fitness >= threshold))
        {
            cancellation.ThrowIfCancellationRequested();
            evolution.Advance();
        }

        return new EvolutionSample(1, evolution.Best?.Fitness >= threshold ? 1 : 0, evolution.Counters.Individuals);
    }

    private static EvolutionSettings Settings(RegressionSetting setting, ExperimentSpec spec) => new()
    {
        PopulationSize = spec.Evolution.Population,
        TournamentSize = spec.Evolution.Tournament,
        MutationProbability = spec.Evolution.MutationProbability,
        Mutations = spec.Evolution.Mutations.ToMix(),
        ConstantChange = spec.Evolution.ConstantChange,
        Start = InitialPrograms.Random,
        Given = setting.LearnOnly ? setting.Reference with { Learn = [] } : AutoMLZero.Language.Program.Empty,
    };
}
