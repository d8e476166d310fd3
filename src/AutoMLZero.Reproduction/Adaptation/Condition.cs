using System.Globalization;
using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Reproduction.Adaptation;

/// <summary>A condition of section 4.3.</summary>
/// <param name="Name">Its name in files.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Paper">In how many experiments of how many the paper found the technique, such as 8/30.</param>
internal sealed record Condition(string Name, string Title, string Paper)
{
    /// <summary>The program that evolution starts from.</summary>
    public required Program Network { get; init; }

    /// <summary>The same program with the technique.</summary>
    public required Program WithTechnique { get; init; }

    /// <summary>Name of the size that says how many training examples there are.</summary>
    public required string Examples { get; init; }

    /// <summary>Name of the size that says how often they are gone through.</summary>
    public required string Epochs { get; init; }

    /// <summary>Whether tasks have ten classes.</summary>
    public bool IsMultiClass { get; init; }

    /// <summary>The search.</summary>
    /// <param name="laboratory">Knows presets and sizes.</param>
    public ExperimentSpec Spec(Laboratory laboratory) => laboratory.Spec("cifar10-multiclass", Values(laboratory.Sizes));

    private IEnumerable<(string Path, string Value)> Values(IReadOnlyDictionary<string, long> sizes)
    {
        string Size(string name) => sizes[name].ToString(CultureInfo.InvariantCulture);
        yield return ("start.program", System.Text.Json.JsonSerializer.Serialize(Network.ToString()));
        yield return ("hurdles", $$"""{ "tasks": {{Size("search-tasks")}}, "trainExamples": {{Size("hurdle-examples")}}, "validExamples": {{Size("hurdle-examples")}}, "percentile": 75 }""");
        foreach (var split in new[] { "search", "select", "test" })
        {
            if (!IsMultiClass) yield return ($"tasks.{split}.classes", split == "test" ? "heldOutPairs" : "searchPairs");
            yield return ($"tasks.{split}.train", Size(Examples));
            yield return ($"tasks.{split}.valid", Size("valid"));
            yield return ($"tasks.{split}.epochs", Size(Epochs));
            yield return ($"tasks.{split}.count", Size($"{split}-tasks"));
        }

        yield return ("experimentLength", Size("individuals"));
        yield return ("budget", """{ "experiments": 1 }""");
    }
}
