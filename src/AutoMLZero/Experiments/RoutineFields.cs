using System.Text.Json.Nodes;
using AutoMLZero.Language;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>The fields of routines in a spec; off when null or absent.</summary>
internal static class RoutineFields
{
    /// <summary>Reads what routines may be.</summary>
    public static RoutineSpace? Read(JsonField root)
    {
        if (root.Optional("routines") is not { IsNull: false } field) return null;
        field.Object(["count", "ops", "initialLength", "maxLength", "maxTimes", "callShare", "maxExpandedLength"]);
        var lines = FunctionFields.ReadBody(field);
        return new RoutineSpace(
            field["count"].Whole(1, SourceCode.MaxRoutines),
            lines.Ops,
            lines.InitialLength,
            lines.MaxLength,
            field["maxTimes"].Whole(1, RoutineCall.MaxTimes),
            field["callShare"].Number(0, 1),
            field["maxExpandedLength"].Whole(1, SourceCode.MaxExpandedLength));
    }

    /// <summary>Writes what routines may be.</summary>
    public static JsonObject? Write(RoutineSpace? routines) => routines is null ? null : new JsonObject
    {
        ["count"] = routines.Count,
        ["ops"] = new JsonArray([.. routines.Ops.Select(op => op.Info().IsExtension ? JsonValue.Create(op.ToString()) : JsonValue.Create((int)op))]),
        ["initialLength"] = routines.InitialLength,
        ["maxLength"] = routines.MaxLength,
        ["maxTimes"] = routines.MaxTimes,
        ["callShare"] = routines.CallShare,
        ["maxExpandedLength"] = routines.MaxExpandedLength,
    };

    /// <summary>Checks what must hold between routines and the rest of a spec.</summary>
    public static void Check(JsonField root, ExperimentSpec spec)
    {
        if (spec.Routines is not { } routines) return;
        if (spec.Strategy is not null) throw root["strategy"].Error("is given, expected null because programs have routines, which its analyses would flatten");
        if (spec.Registers is not null) throw root["registers"].Error("is given, expected null because programs have routines");
        foreach (var op in routines.Ops.Concat(Enum.GetValues<ComponentFunction>().SelectMany(function => spec[function]?.Ops ?? [])))
        {
            if (op.Info().IsGuard) throw root["routines"].Error($"is given, expected null because programs may have the guard {op}");
        }

        var weights = spec.Evolution.Mutations;
        if (weights.RebuildValue > 0 || weights.InsertValue > 0)
            throw root["evolution"]["mutations"].Error("has rebuildValue or insertValue, expected neither because programs have routines");
        if (spec.Start.Program is not { Source: { } source }) return;
        if (source.RoutineCount > routines.Count)
            throw root["start"]["program"].Error($"has {source.RoutineCount} routines, expected at most routines.count, {routines.Count}");
        if (Enumerable.Range(3, source.RoutineCount).Any(body => source[body].Length > routines.MaxLength))
            throw root["start"]["program"].Error($"has a routine that is too long, expected at most routines.maxLength, {routines.MaxLength}");
    }
}
