using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>One of the four settings of section 4.1.</summary>
/// <param name="Name">Its name in files.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Kind">The kind of tasks in specs: linear or affine.</param>
/// <param name="LearnOnly">Whether Setup and Predict are given, so that Learn alone is searched.</param>
/// <param name="Evaluations">Individuals of an experiment in the paper.</param>
/// <param name="PaperDifficulty">The difficulty in the paper.</param>
/// <param name="PaperRatio">How much more often evolution succeeds than random search in the paper.</param>
internal sealed record RegressionSetting(
    string Name, string Title, string Kind, bool LearnOnly, int Evaluations, double PaperDifficulty, double PaperRatio)
{
    private const string FromAffine = "affine";

    /// <summary>The settings, the easiest first.</summary>
    public static RegressionSetting[] All { get; } =
    [
        new("linear-learn", "linear, learning only", "linear", true, 10_000, 6.2, 2.9),
        new("linear", "linear", "linear", false, 10_000, 7.4, 5.6),
        new("affine-learn", "affine, learning only", FromAffine, true, 10_000, 9.0, 150),
        new("affine", FromAffine, FromAffine, false, 100_000, 12.1, 23_000),
    ];

    /// <summary>The hand-written program that acceptable programs are at least as good as.</summary>
    public Program Reference => Kind == FromAffine ? BuiltInPrograms.Affine : BuiltInPrograms.Linear;

    /// <summary>The spec: the preset of affine regression with what differs.</summary>
    /// <param name="laboratory">Knows the presets.</param>
    public ExperimentSpec Spec(Laboratory laboratory) => laboratory.Spec(FromAffine, Values()) with
    {
        FunctionalCache = null,
        CanonicalCache = new CanonicalCacheSettings { Capacity = 100_000 },
    };

    private IEnumerable<(string Path, string Value)> Values()
    {
        foreach (var split in new[] { "search", "select", "test" }) yield return ($"tasks.{split}.kind", Kind);
        if (Kind != FromAffine)
        {
            yield return ("memory.scalars", "4");
            yield return ("setup", """{ "ops": [56, 57], "initialLength": 5, "maxLength": 5 }""");
            yield return ("predict", """{ "ops": [27], "initialLength": 1, "maxLength": 1 }""");
            yield return ("learn", """{ "ops": [2, 3, 18, 23], "initialLength": 4, "maxLength": 4 }""");
        }

        if (!LearnOnly) yield break;
        yield return ("setup", "null");
        yield return ("predict", "null");
        yield return ("start.program", System.Text.Json.JsonSerializer.Serialize(Reference.ToString()));
    }
}
