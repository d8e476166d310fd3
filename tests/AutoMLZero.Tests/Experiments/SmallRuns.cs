using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Experiments;

/// <summary>Presets made small, so that a test can run them to the end, with islands and all that has a state.</summary>
internal static class SmallRuns
{
    /// <summary>Their names.</summary>
    public static string[] Names { get; } =
    [
        "linear", "linear, solved", "affine, ring", "nonlinear, halves", "linear, mixes", "linear, sizes", "linear, tuned", "linear, routines",
        "linear, random search", "linear, fast", "affine, fast, ring", "nonlinear, fast, halves",
    ];

    /// <summary>One of them.</summary>
    public static ExperimentSpec Spec(string name) => name switch
    {
        "linear" => Small("linear", 100),
        "linear, solved" => Small("linear", 50) with { SolvedAt = 0.4, Islands = new() { Count = 3, EpochLength = 70, Migration = MigrationKind.Random } },
        "affine, ring" => Small("affine", 30) with
        {
            Islands = new() { Count = 8, EpochLength = 61, Migration = MigrationKind.Ring, Migrants = 3 },
            CanonicalCache = new() { Capacity = 50 },
        },
        "nonlinear, halves" => Small("nonlinear", 20) with
        {
            Islands = new() { Count = 2, EpochLength = 200, Migration = MigrationKind.Halves },
            Hurdles = new HurdleSettings { Tasks = 1, TrainExamples = 10, ValidExamples = 5, Percentile = 50 },
        },
        "linear, mixes" => Small("linear", 25) with
        {
            Islands = new() { Count = 4, EpochLength = 100, Migration = MigrationKind.Halves, Tasks = [Small("linear", 1).Tasks.Search, Small("affine", 1).Tasks.Search] },
        },
        "linear, fast" => Fast("linear", 50, 1000) with { SolvedAt = 1, Islands = new() { Count = 3, EpochLength = 70, Migration = MigrationKind.Random } },
        "affine, fast, ring" => Fast("affine", 20, 900) with
        {
            Islands = new() { Count = 8, EpochLength = 31, Migration = MigrationKind.Ring, Migrants = 2 },
        },
        "nonlinear, fast, halves" => Fast("nonlinear", 10, 600) with { Islands = new() { Count = 2, EpochLength = 60, Migration = MigrationKind.Halves } },
        "linear, tuned" => Small("linear", 30) with
        {
            Start = new(StartKind.Program, BuiltInPrograms.Linear),
            Islands = new() { Count = 2, EpochLength = 150, Migration = MigrationKind.Ring },
            Tuning = new() { Evaluations = 25 },
        },
        "linear, sizes" => Small("linear", 40) with
        {
            Tasks = Small("linear", 1).Tasks with { Search = Sizes(), Select = Sizes() },
            Islands = new() { Count = 2, EpochLength = 150, Migration = MigrationKind.Ring },
            CanonicalCache = new() { Capacity = 50 },
        },
        "linear, routines" => Small("linear", 60, ("routines", Routines)) with
        {
            Islands = new() { Count = 2, EpochLength = 150, Migration = MigrationKind.Halves },
        },
        _ => Small("linear", 1) with { Method = SearchMethod.Random, Islands = new() { Count = 2, EpochLength = 300 } },
    };

    /// <summary>Two routines, as a spec has them.</summary>
    public const string Routines =
        """{"count": 2, "ops": [56, 27, 2, 3, 18, 23], "initialLength": 2, "maxLength": 4, "maxTimes": 3, "callShare": 0.2, "maxExpandedLength": 60}""";

    private static ExperimentSpec Fast(string preset, int population, long length)
    {
        var spec = Strategies.Apply(Small(preset, population), Strategies.Fast);
        return spec with
        {
            Evolution = spec.Evolution with { Population = population },
            Strategy = spec.Strategy! with { RestartAfter = 90, FirstLook = new(1, 10, 5) },
            ExperimentLength = length,
            Budget = new() { Individuals = 2 * length },
        };
    }

    private static TaskMixSource Sizes()
    {
        var settings = ((SyntheticTaskSource)Small("linear", 1).Tasks.Search).Settings;
        return new TaskMixSource([
            new SyntheticTaskSource(settings),
            new SyntheticTaskSource(settings with { Dimension = 16, TrainExamples = 30, Count = 1 }),
            new SyntheticTaskSource(settings with { Dimension = 8, Scale = 3, Count = 1 })]);
    }

    private static ExperimentSpec Small(string preset, int population, params (string Key, string Value)[] more)
    {
        var spec = Presets.Load(preset, new Dictionary<string, string>
        {
            ["evolution.population"] = $"{population}",
            ["experimentLength"] = "1000",
            ["solvedAt"] = "0.999",
            ["budget"] = """{"individuals": 2750}""",
            ["functionalCache.capacity"] = "100",
            ["tasks.search.count"] = "2",
            ["tasks.search.train"] = "20",
            ["tasks.search.valid"] = "10",
            ["tasks.select.count"] = "2",
            ["tasks.select.train"] = "20",
            ["tasks.select.valid"] = "10",
            ["tasks.test.count"] = "2",
            ["tasks.test.train"] = "20",
            ["tasks.test.valid"] = "10",
        }.Concat(more.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))));
        return spec with { Name = preset };
    }
}
