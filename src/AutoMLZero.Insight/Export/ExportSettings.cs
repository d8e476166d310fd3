using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Export;

/// <summary>What an export depends on apart from the program.</summary>
public sealed record ExportSettings
{
    /// <summary>What the task asks for; it decides where the prediction is and how it is normalized.</summary>
    public TaskKind Kind { get; init; } = TaskKind.Regression;

    /// <summary>Number of features F, for languages with arrays of fixed size, at least 1.</summary>
    public int Dimension { get; init; } = 8;

    /// <summary>Number of classes C of a multi-class task, 2 to F; else 0.</summary>
    public int Classes { get; init; }

    /// <summary>What the features are called, for listings of linear genetic programming in C; may be fewer than there are features.</summary>
    public ImmutableArray<string> FeatureNames { get; init; } = [];

    /// <summary>The name of the class, in words with capitals: <c>EvolvedLearner</c>.</summary>
    public string Name { get; init; } = "EvolvedLearner";

    /// <summary>Checks that the numbers fit together and that the name is one in every language.</summary>
    /// <returns>These settings.</returns>
    /// <exception cref="InputException">They do not.</exception>
    public ExportSettings Validated()
    {
        if (Name.Length == 0 || !char.IsAsciiLetterUpper(Name[0]) || !Name.All(char.IsAsciiLetterOrDigit))
            throw new InputException($"the name is '{Name}', expected a capital letter and then letters and digits, such as EvolvedLearner");
        if (Dimension < 1) throw new InputException($"the number of features is {Dimension}, expected at least 1");
        if (Kind == TaskKind.MultiClass && (Classes < 2 || Classes > Dimension))
            throw new InputException($"the number of classes is {Classes}, expected 2 to the number of features {Dimension}");
        return this;
    }
}
