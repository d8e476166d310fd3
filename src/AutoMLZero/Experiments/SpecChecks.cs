using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>What must hold between the fields of a spec.</summary>
internal static class SpecChecks
{
    private static readonly (ComponentFunction Function, string Name)[] Functions =
        [(ComponentFunction.Setup, "setup"), (ComponentFunction.Predict, "predict"), (ComponentFunction.Learn, "learn")];

    /// <summary>Checks a spec that was read from a JSON object, and returns it.</summary>
    public static ExperimentSpec Check(JsonField root, ExperimentSpec spec)
    {
        if (Array.TrueForAll(Functions, pair => spec[pair.Function] is null))
            throw root["setup"].Error("is null, as predict and learn are, expected at least one function to evolve");
        CheckStart(root["start"]["program"], spec);
        RegistersFields.Check(root, spec);
        CheckSpace(root["memory"], spec);
        CheckCache(root["functionalCache"], spec);
        CheckHurdles(root, spec);
        IslandsFields.Check(root, spec);
        RoutineFields.Check(root, spec);
        CheckBudget(root["budget"], spec);
        return spec;
    }

    private static void CheckStart(JsonField field, ExperimentSpec spec)
    {
        if (spec.Start.Program is null && spec.Start.Kind == StartKind.Program)
            throw field.Error("is null, expected a program because start.kind is \"program\"");
        foreach (var (function, name) in Functions)
        {
            if (spec.Start.Program is null && spec[function] is null)
                throw field.Error($"is null, expected a program because {name} is null");
            if (spec.Start.Kind != StartKind.Program || spec[function] is not { } evolved) continue;
            var written = spec.Routines is null ? null : spec.Start.Program!.Source;
            var length = written?[(int)function].Length ?? spec.Start.Program![function].Length;
            if (length > evolved.MaxLength)
                throw field.Error($"has {length} instructions in {function}, expected at most {name}.maxLength, {evolved.MaxLength}");
        }
    }

    private static void CheckSpace(JsonField field, ExperimentSpec spec)
    {
        try
        {
            _ = spec.ToSearchSpace().Validated();
        }
        catch (InputException error)
        {
            throw field.Error($"does not serve the operations: {error.Message}", error);
        }
    }

    private static void CheckCache(JsonField field, ExperimentSpec spec)
    {
        if (spec.FunctionalCache is not { } cache) return;
        var tasks = spec.Tasks.Search;
        if (cache.TrainExamples > tasks.TrainExamples)
            throw field["trainExamples"].Expected($"at most tasks.search.train, {tasks.TrainExamples}");
        if (cache.ValidExamples > tasks.ValidExamples)
            throw field["validExamples"].Expected($"at most tasks.search.valid, {tasks.ValidExamples}");
    }

    private static void CheckHurdles(JsonField root, ExperimentSpec spec)
    {
        if (spec.Hurdles is not { } hurdles) return;
        var tasks = spec.Tasks.Search;
        var field = root["hurdles"];
        if (hurdles.Tasks > tasks.Count) throw field["tasks"].Expected($"at most tasks.search.count, {tasks.Count}");
        if (hurdles.TrainExamples > tasks.TrainExamples)
            throw field["trainExamples"].Expected($"at most tasks.search.train, {tasks.TrainExamples}");
        if (hurdles.ValidExamples > tasks.ValidExamples)
            throw field["validExamples"].Expected($"at most tasks.search.valid, {tasks.ValidExamples}");
    }

    private static void CheckBudget(JsonField field, ExperimentSpec spec)
    {
        var individual = spec.StepsOfIndividual;
        if (spec.Budget.TrainingSteps < individual)
            throw field["trainingSteps"].Expected($"at least {individual}, what one individual costs");
    }
}
