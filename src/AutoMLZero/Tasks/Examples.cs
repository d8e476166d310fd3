using AutoMLZero.Language;

namespace AutoMLZero.Tasks;

/// <summary>Examples of a task: rows of features, each with its label.</summary>
public sealed class Examples
{
    /// <summary>Takes the rows; nothing is copied.</summary>
    /// <param name="dimension">Number of features F of each example, at least 1.</param>
    /// <param name="features">The features, row by row: F numbers an example.</param>
    /// <param name="labels">One label an example.</param>
    /// <exception cref="InputException">There is no example, the two lengths do not fit, or a number is not finite.</exception>
    public Examples(int dimension, double[] features, double[] labels)
    {
        if (dimension < 1) throw new InputException($"the dimension is {dimension}, expected at least 1");
        if (labels.Length == 0) throw new InputException("there are no examples, expected at least one");
        if (features.Length != (long)dimension * labels.Length)
            throw new InputException($"{features.Length} features do not make {labels.Length} examples of {dimension} features");
        CheckFinite(features, "feature", dimension);
        CheckFinite(labels, "label", 1);
        Dimension = dimension;
        Features = features;
        Labels = labels;
    }

    /// <summary>Number of features of each example.</summary>
    public int Dimension { get; }

    /// <summary>Number of examples.</summary>
    public int Count => Labels.Length;

    /// <summary>The features, row by row.</summary>
    public ReadOnlyMemory<double> Features { get; }

    /// <summary>The labels.</summary>
    public ReadOnlyMemory<double> Labels { get; }

    /// <summary>The features of one example.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public ReadOnlySpan<double> Row(int index) => Features.Span.Slice(index * Dimension, Dimension);

    private static void CheckFinite(double[] values, string what, int perExample)
    {
        var at = Array.FindIndex(values, value => !double.IsFinite(value));
        if (at >= 0) throw new InputException($"a {what} of example {at / perExample} is {values[at]}, expected a finite number");
    }
}
