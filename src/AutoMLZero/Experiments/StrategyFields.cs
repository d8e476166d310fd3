using System.Text.Json.Nodes;
using AutoMLZero.Analysis.Algebra;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>The field of a spec that says how a search differs from regularized evolution; null or absent when it does not.</summary>
internal static class StrategyFields
{
    private const int MaxExamples = 10_000_000;
    private const long MaxWhole = 1_000_000_000_000_000;

    private static readonly (string Word, Demands Meaning)[] AllDemands =
    [
        ("features", Demands.Features), ("labels", Demands.Labels), ("weights", Demands.Weights), ("memory", Demands.Memory),
        ("examples", Demands.Examples), ("errors", Demands.Errors),
    ];

    /// <summary>Reads the strategy.</summary>
    public static StrategySettings? Read(JsonField root)
    {
        if (root.Optional("strategy") is not { IsNull: false } field) return null;
        field.Object([
            "validity", "demands", "duplicates", "introns", "construction", "founders", "replacement", "restartAfter", "anotherMutation", "firstLook"], ["crossover"]);
        return new StrategySettings
        {
            Validity = field["validity"].OneOf<Validity>(SpecWords.Validities),
            Demands = ReadDemands(field["demands"]),
            AllowsDuplicates = field["duplicates"].OneOf<bool>(SpecWords.Duplicates),
            KeepsIntrons = field["introns"].OneOf<bool>(SpecWords.Introns),
            Construction = field["construction"].OneOf<Construction>(SpecWords.Constructions),
            Founders = field["founders"].Whole(1, 100_000_000),
            Replacement = field["replacement"].OneOf<Replacement>(SpecWords.Replacements),
            RestartAfter = field["restartAfter"].IsNull ? null : field["restartAfter"].Whole(1, MaxWhole),
            AnotherMutation = field["anotherMutation"].Number(0, 0.99),
            Crossover = field.Optional("crossover")?.Number(0, 1) ?? 0,
            FirstLook = FirstLook(field["firstLook"]),
        };
    }

    /// <summary>Writes the strategy.</summary>
    public static JsonObject? Write(StrategySettings? strategy) => strategy is null ? null : new JsonObject
    {
        ["validity"] = SpecWords.Of(strategy.Validity),
        ["demands"] = new JsonArray([.. AllDemands.Where(pair => strategy.Demands.HasFlag(pair.Meaning)).Select(pair => JsonValue.Create(pair.Word))]),
        ["duplicates"] = SpecWords.OfDuplicates(strategy.AllowsDuplicates),
        ["introns"] = SpecWords.OfIntrons(strategy.KeepsIntrons),
        ["construction"] = SpecWords.Of(strategy.Construction),
        ["founders"] = strategy.Founders,
        ["replacement"] = SpecWords.Of(strategy.Replacement),
        ["restartAfter"] = strategy.RestartAfter,
        ["anotherMutation"] = strategy.AnotherMutation,
        ["crossover"] = strategy.Crossover,
        ["firstLook"] = strategy.FirstLook is not { } look ? null : new JsonObject
        {
            ["tasks"] = look.Tasks,
            ["trainExamples"] = look.TrainExamples,
            ["validExamples"] = look.ValidExamples,
        },
    };

    private static Demands ReadDemands(JsonField field)
    {
        var demands = Demands.None;
        foreach (var item in field.Items("an array of words")) demands |= item.OneOf<Demands>(AllDemands);
        return demands;
    }

    private static FirstLookSettings? FirstLook(JsonField field)
    {
        if (field.IsNull) return null;
        field.Object(["tasks", "trainExamples", "validExamples"]);
        return new FirstLookSettings(
            field["tasks"].Whole(1, 100_000), field["trainExamples"].Whole(1, MaxExamples), field["validExamples"].Whole(1, MaxExamples));
    }
}
