using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>Makes the search that a spec describes.</summary>
internal static class SearchFactory
{
    /// <summary>A search that has not made an individual yet.</summary>
    public static ISearch Create(ExperimentSpec spec, IEvaluator evaluator, RandomSource random) => spec.Method switch
    {
        SearchMethod.Evolution => new RegularizedEvolution(spec.ToSearchSpace(), Settings(spec), evaluator, random),
        _ => new RandomSearch(spec.ToSearchSpace(), evaluator, random, Given(spec)),
    };

    /// <summary>The given program with those functions only that the search takes from it.</summary>
    public static Program Given(ExperimentSpec spec)
    {
        var given = spec.Start.Program ?? Program.Empty;
        if (spec.Start.Kind == StartKind.Program && spec.Method == SearchMethod.Evolution) return given;
        foreach (var function in Enum.GetValues<ComponentFunction>())
        {
            if (spec[function] is not null) given = given.With(function, []);
        }

        return given;
    }

    private static EvolutionSettings Settings(ExperimentSpec spec) => new()
    {
        PopulationSize = spec.Evolution.Population,
        TournamentSize = spec.Evolution.Tournament,
        MutationProbability = spec.Evolution.MutationProbability,
        Mutations = spec.Evolution.Mutations.ToMix(),
        ConstantChange = spec.Evolution.ConstantChange,
        HurdlePercentile = spec.Hurdles?.Percentile,
        Start = spec.Start.Kind switch
        {
            StartKind.Random => InitialPrograms.Random,
            StartKind.Empty => InitialPrograms.Empty,
            _ => InitialPrograms.Given,
        },
        Given = Given(spec),
    };
}
