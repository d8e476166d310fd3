using System.Text.Json.Nodes;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>The fields of the islands in a spec.</summary>
internal static class IslandsFields
{
    private const int MaxIslands = 1024;
    private const long MaxEpoch = 1_000_000_000_000_000;

    /// <summary>Reads the islands; one when the field is null or absent.</summary>
    /// <param name="root">The spec.</param>
    /// <param name="catalog">The kinds of tasks.</param>
    public static IslandsSpec Read(JsonField root, SpecCatalog catalog)
    {
        if (root.Optional("islands") is not { IsNull: false } field) return IslandsSpec.One;
        field.Object(["count", "epochLength", "migration"], ["migrants", "tasks"]);
        return new IslandsSpec
        {
            Count = field["count"].Whole(1, MaxIslands),
            EpochLength = field["epochLength"].Whole(1, MaxEpoch),
            Migration = field["migration"].OneOf<MigrationKind>(SpecWords.Migrations),
            Migrants = field.Optional("migrants")?.Whole(1, 1_000_000) ?? 1,
            Tasks = field.Optional("tasks") is { } tasks ? [.. tasks.Items("an array of tasks").Select(catalog.ReadTasks)] : [],
        };
    }

    /// <summary>Writes the islands.</summary>
    public static JsonObject Write(IslandsSpec islands)
    {
        var json = new JsonObject
        {
            ["count"] = islands.Count,
            ["epochLength"] = islands.EpochLength,
            ["migration"] = SpecWords.Of(islands.Migration),
            ["migrants"] = islands.Migrants,
        };
        if (!islands.Tasks.IsEmpty) json["tasks"] = new JsonArray([.. islands.Tasks.Select(tasks => tasks.ToJson())]);
        return json;
    }

    /// <summary>Checks what must hold between the islands and the rest of a spec.</summary>
    public static void Check(JsonField root, ExperimentSpec spec)
    {
        var islands = spec.Islands;
        if (islands.Migration != MigrationKind.None && islands.Count == 1)
            throw root["islands"]["migration"].Expected("\"none\", because there is one island");
        if (islands.Migration != MigrationKind.None && spec.Method == SearchMethod.Random)
            throw root["islands"]["migration"].Expected("\"none\", because random search has no population");
        if (islands.Count > spec.ExperimentLength)
            throw root["islands"]["count"].Expected($"at most experimentLength, {spec.ExperimentLength}");
        if (islands.Tasks.Length > islands.Count) throw root["islands"]["tasks"].Error($"has {islands.Tasks.Length} items, expected at most one an island, {islands.Count}");
        if (islands.Tasks.Any(tasks => tasks.Classes > 0 != spec.Tasks.Search.Classes > 0))
            throw root["islands"]["tasks"].Error("mixes multi-class tasks with others, expected the kind of tasks.search");
    }
}
