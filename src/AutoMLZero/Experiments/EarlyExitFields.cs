using System.Text.Json.Nodes;
using AutoMLZero.Execution;
using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>The fields of a spec that spare evaluations or cut them short. Each is off when null or absent.</summary>
internal static class EarlyExitFields
{
    private const int MaxExamples = 10_000_000;

    /// <summary>The names of the fields.</summary>
    public static string[] Names { get; } = ["canonicalCache", "hurdles", "maxCost"];

    /// <summary>Reads the canonical cache.</summary>
    public static CanonicalCacheSettings? CanonicalCache(JsonField root)
    {
        if (root.Optional("canonicalCache") is not { IsNull: false } field) return null;
        field.Object(["capacity"]);
        return new CanonicalCacheSettings { Capacity = field["capacity"].Whole(1, 100_000_000) };
    }

    /// <summary>Reads the hurdles.</summary>
    public static HurdleSettings? Hurdles(JsonField root)
    {
        if (root.Optional("hurdles") is not { IsNull: false } field) return null;
        field.Object(["tasks", "trainExamples", "validExamples", "percentile"]);
        return new HurdleSettings
        {
            Tasks = field["tasks"].Whole(1, 100_000),
            TrainExamples = field["trainExamples"].Whole(1, MaxExamples),
            ValidExamples = field["validExamples"].Whole(1, MaxExamples),
            Percentile = field["percentile"].Number(0, 100),
        };
    }

    /// <summary>Reads the largest cost.</summary>
    public static CostLimit? MaxCost(JsonField root)
    {
        if (root.Optional("maxCost") is not { IsNull: false } field) return null;
        field.Object(["baseline", "factor"]);
        var baseline = SpecFields.Program(field["baseline"], MemoryShape.Largest) ?? throw field["baseline"].Expected("a program");
        return new CostLimit(baseline, field["factor"].Number(0.001, 1_000_000));
    }

    /// <summary>Writes the canonical cache.</summary>
    public static JsonObject? Write(CanonicalCacheSettings? cache) => cache is null ? null : new JsonObject { ["capacity"] = cache.Capacity };

    /// <summary>Writes the hurdles.</summary>
    public static JsonObject? Write(HurdleSettings? hurdles) => hurdles is null ? null : new JsonObject
    {
        ["tasks"] = hurdles.Tasks,
        ["trainExamples"] = hurdles.TrainExamples,
        ["validExamples"] = hurdles.ValidExamples,
        ["percentile"] = hurdles.Percentile,
    };

    /// <summary>Writes the largest cost.</summary>
    public static JsonObject? Write(CostLimit? limit) => limit is null ? null : new JsonObject
    {
        ["baseline"] = limit.Baseline.ToString(),
        ["factor"] = limit.Factor,
    };
}
