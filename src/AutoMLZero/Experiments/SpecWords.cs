using AutoMLZero.Execution;
using AutoMLZero.Search;
using AutoMLZero.Tasks;
using AutoMLZero.Tuning;

namespace AutoMLZero.Experiments;

/// <summary>The words that specs use for choices.</summary>
internal static class SpecWords
{
    /// <summary>How evolved component functions begin.</summary>
    public static (string Word, StartKind Meaning)[] Starts { get; } =
        [("random", StartKind.Random), ("empty", StartKind.Empty), ("program", StartKind.Program)];

    /// <summary>How new programs come about.</summary>
    public static (string Word, SearchMethod Meaning)[] Methods { get; } =
        [("evolution", SearchMethod.Evolution), ("random", SearchMethod.Random)];

    /// <summary>How the fitness values on the tasks become one.</summary>
    public static (string Word, Combination Meaning)[] Combinations { get; } = [("mean", Combination.Mean), ("median", Combination.Median)];

    /// <summary>Number formats.</summary>
    public static (string Word, Precision Meaning)[] Precisions { get; } = [("double", Precision.Bits64), ("float", Precision.Bits32)];

    /// <summary>How mutations change constants.</summary>
    public static (string Word, ConstantChange Meaning)[] ConstantChanges { get; } =
        [("logNormal", ConstantChange.LogNormal), ("uniform", ConstantChange.Uniform)];

    /// <summary>How islands exchange individuals.</summary>
    public static (string Word, MigrationKind Meaning)[] Migrations { get; } =
        [("none", MigrationKind.None), ("ring", MigrationKind.Ring), ("random", MigrationKind.Random), ("halves", MigrationKind.Halves)];

    /// <summary>Kinds of synthetic tasks.</summary>
    public static (string Word, SyntheticKind Meaning)[] Synthetic { get; } =
        [("linear", SyntheticKind.Linear), ("affine", SyntheticKind.Affine), ("teacher", SyntheticKind.Teacher)];

    /// <summary>Kinds of tasks in task files.</summary>
    public static (string Word, TaskKind Meaning)[] Tasks { get; } =
        [("regression", TaskKind.Regression), ("binary", TaskKind.Binary), ("multiclass", TaskKind.MultiClass)];

    /// <summary>Which programs are worth running.</summary>
    public static (string Word, Validity Meaning)[] Validities { get; } =
        [("none", Validity.None), ("syntactic", Validity.Syntactic), ("algebraic", Validity.Algebraic), ("features", Validity.Features)];

    /// <summary>How new programs are made.</summary>
    public static (string Word, Construction Meaning)[] Constructions { get; } =
        [("random", Construction.Random), ("backward", Construction.Backward)];

    /// <summary>Who dies when a child is born.</summary>
    public static (string Word, Replacement Meaning)[] Replacements { get; } =
        [("oldest", Replacement.Oldest), ("worseOfTwo", Replacement.WorseOfTwo)];

    /// <summary>How constants are tuned.</summary>
    public static (string Word, TuningMethod Meaning)[] TuningMethods { get; } =
        [("cmaEs", TuningMethod.CmaEs), ("random", TuningMethod.RandomSearch)];

    /// <summary>Whether equal programs are run.</summary>
    public static (string Word, bool Meaning)[] Duplicates { get; } = [("allowed", true), ("rejected", false)];

    /// <summary>Whether programs keep instructions without effect.</summary>
    public static (string Word, bool Meaning)[] Introns { get; } = [("kept", true), ("removed", false)];

    /// <summary>The word for whether equal programs are run.</summary>
    public static string OfDuplicates(bool allowed) => WordFor(Duplicates, allowed);

    /// <summary>The word for whether programs keep instructions without effect.</summary>
    public static string OfIntrons(bool kept) => WordFor(Introns, kept);

    /// <summary>The word for a method of tuning.</summary>
    public static string Of(TuningMethod method) => WordFor(TuningMethods, method);

    /// <summary>The word for a validity.</summary>
    public static string Of(Validity validity) => WordFor(Validities, validity);

    /// <summary>The word for a construction.</summary>
    public static string Of(Construction construction) => WordFor(Constructions, construction);

    /// <summary>The word for a replacement.</summary>
    public static string Of(Replacement replacement) => WordFor(Replacements, replacement);

    /// <summary>The word for a start.</summary>
    public static string Of(StartKind kind) => WordFor(Starts, kind);

    /// <summary>The word for a method.</summary>
    public static string Of(SearchMethod method) => WordFor(Methods, method);

    /// <summary>The word for a combination.</summary>
    public static string Of(Combination combination) => WordFor(Combinations, combination);

    /// <summary>The word for a number format.</summary>
    public static string Of(Precision precision) => WordFor(Precisions, precision);

    /// <summary>The word for a change of constants.</summary>
    public static string Of(ConstantChange change) => WordFor(ConstantChanges, change);

    /// <summary>The word for an exchange between islands.</summary>
    public static string Of(MigrationKind migration) => WordFor(Migrations, migration);

    /// <summary>The word for a kind of synthetic tasks.</summary>
    public static string Of(SyntheticKind kind) => WordFor(Synthetic, kind);

    private static string WordFor<T>((string Word, T Meaning)[] words, T meaning) =>
        Array.Find(words, pair => EqualityComparer<T>.Default.Equals(pair.Meaning, meaning)).Word;
}
