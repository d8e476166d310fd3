using System.Text.Json.Nodes;
using AutoMLZero.Tuning;

namespace AutoMLZero.Experiments;

/// <summary>The field of a spec that says how champions are tuned; null or absent when they are not.</summary>
internal static class TuningFields
{
    private const long MostEvaluations = 1_000_000_000;

    /// <summary>Reads how champions are tuned.</summary>
    public static TuningSettings? Read(JsonField root)
    {
        if (root.Optional("tuning") is not { IsNull: false } field) return null;
        field.Object(["method", "evaluations"]);
        return new TuningSettings
        {
            Method = field["method"].OneOf<TuningMethod>(SpecWords.TuningMethods),
            Evaluations = field["evaluations"].Whole(1, MostEvaluations),
        };
    }

    /// <summary>Writes how champions are tuned.</summary>
    public static JsonObject? Write(TuningSettings? tuning) => tuning is null ? null : new JsonObject
    {
        ["method"] = SpecWords.Of(tuning.Method),
        ["evaluations"] = tuning.Evaluations,
    };
}
