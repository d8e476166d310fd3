using System.Text.Json.Nodes;
using AutoMLZero.Language;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>The field of a spec that makes it one of linear genetic programming; null or absent when it is none.</summary>
internal static class RegistersFields
{
    /// <summary>Reads what registers hold at the start.</summary>
    public static Registers? Read(JsonField root)
    {
        if (root.Optional("registers") is not { IsNull: false } field) return null;
        field.Object(["constants"]);
        return new Registers([.. field["constants"].Items("an array of numbers").Select(item => item.Finite())]);
    }

    /// <summary>Writes them.</summary>
    public static JsonObject? Write(Registers? registers) => registers is null ? null : new JsonObject
    {
        ["constants"] = new JsonArray([.. registers.Constants.Select(constant => JsonValue.Create(constant))]),
    };

    /// <summary>Checks what must hold where registers begin anew on each example.</summary>
    public static void Check(JsonField root, ExperimentSpec spec)
    {
        if (spec.Registers is not { } registers) return;
        var (tasks, field) = (spec.Tasks.Search, root["registers"]);
        var needed = registers.Needed(tasks.Dimension, tasks.Classes);
        if (spec.Memory.Scalars < needed)
            throw root["memory"]["scalars"].Expected(
                $"at least {needed} for label, {Registers.Outputs(tasks.Classes)}, {tasks.Dimension} features and {registers.Constants.Length} constants of registers");
        if (spec.Predict is null || spec.Learn is not null || spec.Start.Kind == StartKind.Program)
            throw field.Error("is given, expected predict to be evolved, learn to be null and start.kind to be \"random\" or \"empty\"");
        if (spec.Start.Program is { } start && start != Program.Empty) throw field.Error("is given, expected start.program to have no instructions");
        foreach (var other in (TaskSource[])[tasks, spec.Tasks.Select, spec.Tasks.Test, .. spec.Islands.Tasks])
        {
            if (other is TaskMixSource) throw field.Error("is given, expected no mix of tasks: every feature has its register");
            if (other.Dimension != tasks.Dimension)
                throw field.Error($"is given, expected tasks of one number of features, found {tasks.Dimension} and {other.Dimension}: every feature has its register");
        }

        if (spec.Strategy is { } strategy && (!strategy.KeepsIntrons || strategy.Construction != Construction.Random))
            throw field.Error("is given, expected strategy.introns to be \"kept\" and strategy.construction to be \"random\"");
    }
}
