using AutoMLZero.Execution;
using AutoMLZero.Search;
using AutoMLZero.Tasks;

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
