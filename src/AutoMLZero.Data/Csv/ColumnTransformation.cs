using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>
/// How a column becomes features: a number becomes one, a word one for each word that the training rows have, 1 for itself and 0 for the others
/// (a word that they do not have is 0 for all); then each feature is standardized. Immutable.
/// </summary>
public sealed record ColumnTransformation
{
    /// <summary>Name of the column.</summary>
    public required string Name { get; init; }

    /// <summary>The words, in the order of their features; none when the column is of numbers.</summary>
    public required ImmutableArray<string> Words { get; init; }

    /// <summary>What stands for a missing value: a number, or the place of a word; null when missing values are refused.</summary>
    public required double? Replacement { get; init; }

    /// <summary>How each feature is standardized.</summary>
    public required ImmutableArray<Standardization> Features { get; init; }

    /// <summary>Number of features.</summary>
    public int Width => Features.Length;

    /// <summary>What the features are called: the column, or <c>column = word</c>.</summary>
    public IEnumerable<string> FeatureNames => Width == Words.Length ? Words.Select(word => $"{Name} = {word}") : Enumerable.Repeat(Name, Width);

    private bool IsWord => !Words.IsEmpty;

    /// <summary>Whether both do the same.</summary>
    /// <param name="other">What to compare with.</param>
    public bool Equals(ColumnTransformation? other) =>
        other is not null && Name == other.Name && Replacement.Equals(other.Replacement)
        && Words.AsSpan().SequenceEqual(other.Words.AsSpan()) && Features.AsSpan().SequenceEqual(other.Features.AsSpan());

    /// <summary>A hash for use within one process only.</summary>
    public override int GetHashCode() => HashCode.Combine(Name, Replacement, Words.Length, Width);

    /// <summary>Learns the transformation of a column.</summary>
    /// <param name="column">The column, of numbers or words, with a value in one training row at least.</param>
    /// <param name="training">The training rows.</param>
    /// <param name="impute">Whether missing values are filled in.</param>
    /// <returns>The transformation; null when the value is the same in all training rows.</returns>
    internal static ColumnTransformation? Fit(CsvColumn column, int[] training, bool impute) =>
        column.Kind == ColumnKind.Number ? FitNumbers(column, training, impute) : FitWords(column, training, impute);

    /// <summary>The same with features that are not standardized.</summary>
    internal ColumnTransformation WithoutStandardization() => this with { Features = [.. Enumerable.Repeat(Standardization.None, Width)] };

    /// <summary>Writes the features of a row.</summary>
    /// <param name="column">A column of that name, of this table or another.</param>
    /// <param name="row">The row.</param>
    /// <param name="features">Where they go: <see cref="Width"/> numbers.</param>
    internal void Apply(CsvColumn column, int row, Span<double> features)
    {
        if (IsWord) ApplyWord(column, row, features);
        else features[0] = Features[0].Apply(column.IsMissing(row) ? Replacement!.Value : column.Numbers.Span[row]);
    }

    /// <summary>Checks that a column of another table can be transformed.</summary>
    /// <param name="column">The column.</param>
    /// <param name="source">What errors call the table.</param>
    /// <exception cref="InputException">It has missing values that are refused, or is not of numbers or words as it has to be.</exception>
    internal void Check(CsvColumn column, string source)
    {
        if (column.Missing > 0 && Replacement is null)
            throw new InputException($"{source}: column '{Name}' has no value in row {column.FirstMissingRow}, expected one in every row, as in training");
        if (column.HasValues && IsWord && column.Codes.IsEmpty)
            throw new InputException($"{source}: column '{Name}' has more than {CsvTable.MostCategories} different words, expected those of training");
        if (column.HasValues && !IsWord && column.Kind != ColumnKind.Number)
            throw new InputException($"{source}: column '{Name}' has words, expected numbers as in training");
    }

    private static ColumnTransformation? FitNumbers(CsvColumn column, int[] training, bool impute)
    {
        double[] known = [.. training.Where(row => !column.IsMissing(row)).Select(row => column.Numbers.Span[row])];
        if (known.Length == 0) return null;
        var mean = known.Sum() / known.Length;
        double[] filled = [.. training.Select(row => column.IsMissing(row) ? mean : column.Numbers.Span[row])];
        return Standardization.Of(filled) is not { } standardization ? null : new ColumnTransformation
        {
            Name = column.Name,
            Words = [],
            Replacement = impute ? mean : null,
            Features = [standardization],
        };
    }

    private static ColumnTransformation? FitWords(CsvColumn column, int[] training, bool impute)
    {
        var counts = new int[column.Categories.Length];
        foreach (var row in training)
        {
            if (column.Codes.Span[row] is >= 0 and var code) counts[code]++;
        }

        int[] kept = [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0)];
        if (kept.Length < 2) return null;
        var commonest = kept.MaxBy(code => counts[code]);
        var missing = training.Length - counts.Sum();
        return new ColumnTransformation
        {
            Name = column.Name,
            Words = [.. kept.Select(code => column.Categories[code])],
            Replacement = impute ? Array.IndexOf(kept, commonest) : null,
            Features = [.. kept.Select(code => OfShare(counts[code] + (code == commonest ? missing : 0), training.Length))],
        };
    }

    private static Standardization OfShare(int count, int rows)
    {
        var share = (double)count / rows;
        return new Standardization(share, Math.Sqrt(share * (1 - share)));
    }

    private void ApplyWord(CsvColumn column, int row, Span<double> features)
    {
        var place = column.IsMissing(row) ? (int)Replacement!.Value : Words.IndexOf(column.Categories[column.Codes.Span[row]]);
        for (var i = 0; i < features.Length; i++) features[i] = Features[i].Apply(i == place ? 1 : 0);
    }
}
