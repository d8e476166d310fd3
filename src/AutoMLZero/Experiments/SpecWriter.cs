using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AutoMLZero.Execution;
using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>Writes experiment specs as JSON that <see cref="SpecReader"/> reads back equal.</summary>
public static class SpecWriter
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The JSON text of a spec.</summary>
    /// <param name="spec">The spec.</param>
    public static string Write(ExperimentSpec spec) => new JsonObject
    {
        ["name"] = spec.Name,
        ["description"] = spec.Description,
        ["memory"] = Memory(spec.Memory),
        ["setup"] = Function(spec.Setup),
        ["predict"] = Function(spec.Predict),
        ["learn"] = Function(spec.Learn),
        ["registers"] = RegistersFields.Write(spec.Registers),
        ["start"] = new JsonObject { ["kind"] = SpecWords.Of(spec.Start.Kind), ["program"] = spec.Start.Program?.ToString() },
        ["evaluation"] = Evaluation(spec.Evaluation),
        ["method"] = SpecWords.Of(spec.Method),
        ["evolution"] = Evolution(spec.Evolution),
        ["functionalCache"] = Cache(spec.FunctionalCache),
        ["canonicalCache"] = EarlyExitFields.Write(spec.CanonicalCache),
        ["hurdles"] = EarlyExitFields.Write(spec.Hurdles),
        ["maxCost"] = EarlyExitFields.Write(spec.MaxCost),
        ["islands"] = IslandsFields.Write(spec.Islands),
        ["strategy"] = StrategyFields.Write(spec.Strategy),
        ["tuning"] = TuningFields.Write(spec.Tuning),
        ["routines"] = RoutineFields.Write(spec.Routines),
        ["tasks"] = Splits(spec.Tasks),
        ["experimentLength"] = spec.ExperimentLength,
        ["solvedAt"] = spec.SolvedAt,
        ["stopWhenSolved"] = spec.StopWhenSolved,
        ["budget"] = Limits(spec.Budget),
    }.ToJsonString(Options) + "\n";

    private static JsonObject Memory(MemoryShape memory) => new()
    {
        ["scalars"] = memory.Scalars,
        ["vectors"] = memory.Vectors,
        ["matrices"] = memory.Matrices,
    };

    private static JsonObject? Function(FunctionSpec? function) => function is null ? null : new JsonObject
    {
        ["ops"] = new JsonArray([.. function.Ops.Select(op => op.Info().IsExtension ? JsonValue.Create(op.ToString()) : JsonValue.Create((int)op))]),
        ["initialLength"] = function.InitialLength,
        ["maxLength"] = function.MaxLength,
    };

    private static JsonObject Evaluation(EvaluationSettings settings) => new()
    {
        ["combine"] = SpecWords.Of(settings.Combine),
        ["maxAbsError"] = settings.MaxAbsError,
        ["precision"] = SpecWords.Of(settings.Precision),
    };

    private static JsonObject Evolution(EvolutionSpec evolution) => new()
    {
        ["population"] = evolution.Population,
        ["tournament"] = evolution.Tournament,
        ["mutationProbability"] = evolution.MutationProbability,
        ["mutations"] = Mutations(evolution.Mutations),
        ["constantChange"] = SpecWords.Of(evolution.ConstantChange),
    };

    private static JsonObject Mutations(MutationWeights weights) => new()
    {
        ["insertInstruction"] = weights.InsertInstruction,
        ["removeInstruction"] = weights.RemoveInstruction,
        ["randomizeInstruction"] = weights.RandomizeInstruction,
        ["randomizeFunction"] = weights.RandomizeFunction,
        ["alterArgument"] = weights.AlterArgument,
        ["trade"] = weights.Trade,
        ["alterConstant"] = weights.AlterConstant,
        ["rebuildValue"] = weights.RebuildValue,
        ["insertValue"] = weights.InsertValue,
        ["learnValue"] = weights.LearnValue,
        ["alterRegister"] = weights.AlterRegister,
        ["alterOperation"] = weights.AlterOperation,
    };

    private static JsonObject? Cache(FunctionalCacheSettings? cache) => cache is null ? null : new JsonObject
    {
        ["trainExamples"] = cache.TrainExamples,
        ["validExamples"] = cache.ValidExamples,
        ["capacity"] = cache.Capacity,
    };

    private static JsonObject Splits(TaskSplits tasks) => new()
    {
        ["search"] = tasks.Search.ToJson(),
        ["select"] = tasks.Select.ToJson(),
        ["test"] = tasks.Test.ToJson(),
    };

    private static JsonObject Limits(Budget budget)
    {
        var limits = new JsonObject();
        if (budget.Experiments is { } experiments) limits["experiments"] = experiments;
        if (budget.Individuals is { } individuals) limits["individuals"] = individuals;
        if (budget.TrainingSteps is { } steps) limits["trainingSteps"] = steps;
        if (budget.Time is { } time) limits["seconds"] = (decimal)time.Ticks / TimeSpan.TicksPerSecond;
        return limits;
    }
}
