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
        CheckStart(root["start"]["program"], spec);
        if (Array.TrueForAll(Functions, pair => spec[pair.Function] is null)) throw root["setup"].Error("is null as predict and learn are, expected something to evolve");
        CheckDimensions(root["tasks"], spec);
        return spec;
    }

    private static void CheckStart(JsonField field, ExperimentSpec spec)
    {
        foreach (var (function, name) in Functions)
        {
            if (spec.Start.Program is not { } program)
            {
                if (spec[function] is null) throw field.Error($"is null, expected a program because {name} is null");
                if (spec.Start.Kind == StartKind.Program) throw field.Error("is null, expected a program because start.kind is \"program\"");
            }
            else if (spec.Start.Kind == StartKind.Program && spec[function] is { } space && program[function].Length > space.MaxLength)
            {
                throw field.Error($"has {program[function].Length} instructions in {function}, expected at most {name}.maxLength, {space.MaxLength}");
            }
        }
    }

    private static void CheckDimensions(JsonField field, ExperimentSpec spec)
    {
        var (search, select, test) = spec.Tasks;
        _ = (field, search, select, test);
    }
}
