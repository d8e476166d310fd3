using System.Globalization;
using AutoMLZero.Experiments;

namespace AutoMLZero.Reproduction.Ablations;

/// <summary>A search with some of the means that the paper adds one by one (S9).</summary>
/// <param name="Name">Its name in files.</param>
/// <param name="Title">What it adds.</param>
/// <param name="Paper">The best accuracy in the paper, with 1000 workers.</param>
/// <param name="Means">How many of the means it has: migration, functional equivalence checking, MNIST, hurdles.</param>
internal sealed record Variant(string Name, string Title, double Paper, int Means)
{
    /// <summary>Number of islands.</summary>
    public const int Islands = 4;

    private const int Probe = 20;

    /// <summary>The variants, each with one more than the one before.</summary>
    public static Variant[] All { get; } =
    [
        new("base", "base", 0.703, 0),
        new("migration", "+ migration", 0.707, 1),
        new("fec", "+ functional equivalence checking", 0.724, 2),
        new("mnist", "+ half of the islands on MNIST", 0.729, 3),
        new("hurdles", "+ hurdles", 0.738, 4),
    ];

    /// <summary>Whether an island meets the tasks of CIFAR-10.</summary>
    /// <param name="island">Which, from 0.</param>
    public bool IsOnCifar(int island) => Means < 3 || island % 2 == 0;

    private static readonly string[] Splits = ["search", "select", "test"];

    /// <summary>The search.</summary>
    /// <param name="laboratory">Knows presets and sizes.</param>
    public ExperimentSpec Spec(Laboratory laboratory)
    {
        string Size(string name) => laboratory.Sizes[name].ToString(CultureInfo.InvariantCulture);
        var tasks = Splits.SelectMany(split => new[]
        {
            ($"tasks.{split}.count", Size($"{split}-tasks")), ($"tasks.{split}.train", Size("train")), ($"tasks.{split}.valid", Size("valid")),
        });
        string Images(string data) =>
            $$"""{ "kind": "images", "data": "{{data}}", "classes": "searchPairs", "view": "projected", "features": 16, "count": {{Size("search-tasks")}}, "train": {{Size("train")}}, "valid": {{Size("valid")}}, "validFrom": "train", "epochs": 1 }""";
        var mixed = Means >= 3 ? $""", "tasks": [ {Images("cifar10")}, {Images("mnist")} ]""" : "";
        var migration = Means >= 1 ? "halves" : "none";
        var cache = Means >= 2 ? """{ "trainExamples": 10, "validExamples": 10, "capacity": 100000 }""" : "null";
        var hurdles = Means >= 4 ? $$"""{ "tasks": {{Size("search-tasks")}}, "trainExamples": {{Size("hurdle-examples")}}, "validExamples": {{Size("hurdle-examples")}}, "percentile": 75 }""" : "null";
        return laboratory.Spec(
            "cifar10-baseline",
            [
                .. tasks,
                ("islands", $$"""{ "count": {{Islands}}, "epochLength": {{Size("epoch-length")}}, "migration": "{{migration}}"{{mixed}} }"""),
                ("functionalCache", cache),
                ("hurdles", hurdles),
                ("experimentLength", "1000000000"),
                ("budget", """{ "experiments": 1 }"""),
            ]);
    }

    /// <summary>What was spent, in full evaluations: of the rest, examples are counted.</summary>
    /// <param name="counters">What was done.</param>
    /// <param name="spec">The search.</param>
    public static double Spent(Search.SearchCounters counters, ExperimentSpec spec)
    {
        var full = spec.Tasks.Search.TrainExamples + spec.Tasks.Search.ValidExamples;
        var probed = spec.FunctionalCache is null ? 0 : counters.Cached + counters.Partial + counters.Evaluated;
        var first = spec.Hurdles is { } hurdles ? hurdles.TrainExamples + hurdles.ValidExamples : 0;
        return counters.Evaluated + (((probed * (double)Probe) + ((counters.Partial + counters.Evaluated) * (double)first)) / full);
    }
}
