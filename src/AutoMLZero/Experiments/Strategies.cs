using AutoMLZero.Language;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>Named ways to search.</summary>
public static class Strategies
{
    /// <summary>The way that the paper and the authors' code search, which presets follow.</summary>
    public const string Faithful = "faithful";

    /// <summary>The way that found the most in the least time.</summary>
    public const string Fast = "fast";

    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names { get; } = [Faithful, Fast];

    /// <summary>The spec with another way to search; tasks, operations, addresses and lengths stay.</summary>
    /// <param name="spec">A spec that searches by evolution.</param>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="InputException">There is no such strategy, or the spec does not evolve programs that learn.</exception>
    public static ExperimentSpec Apply(ExperimentSpec spec, string name)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return name switch
        {
            Faithful => spec with { Strategy = null },
            Fast when spec.Registers is not null =>
                throw new InputException("the strategy fast is for programs that learn, expected a spec without registers"),
            Fast when spec.Method == SearchMethod.Evolution => spec with
            {
                Evolution = FastEvolution(spec.Evolution),
                Strategy = new StrategySettings(),
                ExperimentLength = 1500,
                Budget = spec.Budget with { Experiments = null, Individuals = Individuals(spec) },
                FunctionalCache = null,
                CanonicalCache = null,
                Hurdles = null,
            },
            Fast => throw new InputException("the strategy fast is a way of evolution, expected a spec whose method is evolution"),
            _ => throw new InputException($"there is no strategy '{name}', expected one of {string.Join(", ", Names)}"),
        };
    }

    /// <summary>Reads a spec and gives it another way to search, of which single values may be changed, too.</summary>
    /// <param name="json">The text of the spec.</param>
    /// <param name="source">What errors call the text, such as its file name.</param>
    /// <param name="name">One of <see cref="Names"/>; null for the way that the spec says.</param>
    /// <param name="overrides">Values to put in, as for <see cref="SpecReader.Read"/>; what they say of the strategy is put in last.</param>
    /// <param name="catalog">The kinds of tasks that the spec may have; those of <see cref="SpecCatalog.Core"/> when null.</param>
    /// <exception cref="InputException">The text is not a spec, there is no such strategy, or an override does not fit.</exception>
    public static ExperimentSpec Load(
        string json, string source, string? name, IEnumerable<KeyValuePair<string, string>>? overrides = null, SpecCatalog? catalog = null)
    {
        KeyValuePair<string, string>[] all = [.. overrides ?? []];
        if (name is null) return SpecReader.Read(json, source, all, catalog);
        var spec = SpecReader.Read(json, source, all.Where(pair => !OfStrategy(pair.Key)), catalog);
        return SpecReader.Read(SpecWriter.Write(Apply(spec, name)), source, all.Where(pair => OfStrategy(pair.Key)), catalog);
    }

    /// <summary>What a spec's way to search is called: <see cref="Faithful"/> for regularized evolution, <see cref="Fast"/> for any other strategy.</summary>
    /// <param name="spec">The spec.</param>
    public static string NameOf(ExperimentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Strategy is null ? Faithful : Fast;
    }

    /// <summary>The budget in individuals: experiments of another length are as many as before together.</summary>
    private static long? Individuals(ExperimentSpec spec)
    {
        if (spec.Budget.Experiments is not { } experiments) return spec.Budget.Individuals;
        var together = (Int128)experiments * spec.ExperimentLength;
        return (long)Int128.Min(together, spec.Budget.Individuals ?? SpecFields.MaxWhole);
    }

    private static bool OfStrategy(string path) =>
        path.Split('.')[0] is "strategy" or "evolution" or "experimentLength" or "budget" or "functionalCache" or "canonicalCache" or "hurdles";

    private static EvolutionSpec FastEvolution(EvolutionSpec evolution) => evolution with
    {
        Population = 100,
        Tournament = 10,
        MutationProbability = 1,
        Mutations = new MutationWeights
        {
            AlterArgument = 1,
            AlterConstant = 1,
            RandomizeInstruction = 1,
            RemoveInstruction = 1,
            RebuildValue = 1,
            InsertValue = 1,
            LearnValue = 1,
        },
    };
}
