using System.Globalization;
using AutoMLZero.Experiments;

namespace AutoMLZero.Reports.Html;

/// <summary>What was asked: tasks, programs, search, budget.</summary>
internal static class AskedSection
{
    /// <summary>Writes it.</summary>
    public static void Write(Html html, ReportContent content)
    {
        var spec = content.Spec;
        ReportHeader.Section(html, "asked");
        html.Text("p", spec.Description);
        html.Facts(
        [
            ("Search tasks", Tasks(spec.Tasks.Search)),
            ("Selection tasks", Tasks(spec.Tasks.Select)),
            ("Test tasks", Tasks(spec.Tasks.Test)),
            ("Memory", $"{spec.Memory.Scalars} scalars, {spec.Memory.Vectors} vectors, {spec.Memory.Matrices} matrices"),
            ("Setup", Function(spec.Setup)),
            ("Predict", Function(spec.Predict)),
            ("Learn", Function(spec.Learn)),
            ("Search", Method(spec)),
            ("Experiments", $"{Shown.Of(spec.ExperimentLength)} individuals each, with search tasks of their own"),
            ("Solved", spec.SolvedAt < 1 ? $"from fitness {spec.SolvedAt.ToString(CultureInfo.InvariantCulture)} on the selection tasks" : "never: the search goes on to the end of its budget"),
            ("Budget", Limits(spec.Budget)),
        ]);
    }

    private static string Tasks(TaskSource tasks)
    {
        var classes = tasks.Classes > 0 ? $", {tasks.Classes} classes" : "";
        return $"{Shown.Of(tasks.Count)} of {tasks.Dimension} features{classes}; {Shown.Of(tasks.TrainExamples)} examples to learn from, {Shown.Of(tasks.ValidExamples)} to be scored on";
    }

    private static string Function(FunctionSpec? function) => function switch
    {
        null => "given, never changed",
        { InitialLength: var initial, MaxLength: var most } when initial == most => $"{most} instructions out of {function.Ops.Length} operations",
        _ => $"{function.InitialLength} instructions at first, at most {function.MaxLength}, out of {function.Ops.Length} operations",
    };

    private static string Method(ExperimentSpec spec)
    {
        if (spec.Method == SearchMethod.Random) return "random search: each program is drawn at random";
        var evolution = spec.Evolution;
        var islands = spec.Islands.Count > 1 ? $", on {spec.Islands.Count} islands" : "";
        var strategy = spec.Strategy is null ? "regularized evolution" : "evolution by the strategy in the spec";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{strategy}{islands}: population {evolution.Population:#,0}, tournament {evolution.Tournament}, mutation probability {evolution.MutationProbability}");
    }

    private static string Limits(Budget budget)
    {
        string[] limits =
        [
            .. Limit(budget.Experiments, "experiments"), .. Limit(budget.Individuals, "individuals"), .. Limit(budget.TrainingSteps, "training steps"),
            .. budget.Time is { } time ? [Shown.Of(time)] : Array.Empty<string>(),
        ];
        return limits.Length == 0 ? "without limit" : $"at most {string.Join(", ", limits)}";
    }

    private static string[] Limit(long? count, string of) => count is { } most ? [$"{Shown.Of(most)} {of}"] : [];
}
