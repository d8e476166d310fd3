using System.Collections.Immutable;

namespace AutoMLZero.Data.Csv;

/// <summary>How the target becomes labels, and predictions become values of the target. Immutable.</summary>
public sealed record TargetTransformation
{
    /// <summary>Name of the column.</summary>
    public required string Name { get; init; }

    /// <summary>The names of the classes, in the order of their labels 0, 1, ...; none for regression.</summary>
    public required ImmutableArray<string> Classes { get; init; }

    /// <summary>How numbers become labels of regression; nothing is done to classes.</summary>
    public required Standardization Numbers { get; init; }

    /// <summary>What is to be predicted.</summary>
    public TableTask Task => Classes.IsEmpty ? TableTask.Regression : TableTask.Classification;

    /// <summary>Whether both do the same.</summary>
    /// <param name="other">What to compare with.</param>
    public bool Equals(TargetTransformation? other) =>
        other is not null && Name == other.Name && Numbers == other.Numbers && Classes.AsSpan().SequenceEqual(other.Classes.AsSpan());

    /// <summary>A hash for use within one process only.</summary>
    public override int GetHashCode() => HashCode.Combine(Name, Numbers, Classes.Length);

    /// <summary>The value of the target that a prediction stands for.</summary>
    /// <param name="prediction">The label (regression), the probability of class 1 (two classes) or the class (several).</param>
    /// <returns>A number or the name of a class; nothing when the prediction is not a number.</returns>
    public string Text(double prediction)
    {
        if (double.IsNaN(prediction)) return "";
        return Task == TableTask.Regression ? TargetValues.Text(Numbers.Invert(prediction)) : Classes[Class(prediction)];
    }

    /// <summary>The class that a prediction stands for.</summary>
    /// <param name="prediction">The probability of class 1 (two classes) or the class (several).</param>
    internal int Class(double prediction) => Classes.Length > 2 ? (int)prediction : prediction > 0.5 ? 1 : 0;
}
