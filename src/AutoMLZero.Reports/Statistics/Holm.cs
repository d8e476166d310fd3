using System.Collections.Immutable;

namespace AutoMLZero.Reports.Statistics;

/// <summary>The step-down correction of Holm (1979) for several tests at once.</summary>
public static class Holm
{
    /// <summary>
    /// Probabilities that may each be compared with the level that all tests together are to keep: the least is multiplied by the number of tests, the next by one
    /// fewer, and so on, none below the one before and none above 1.
    /// </summary>
    /// <param name="probabilities">The probabilities of the tests.</param>
    /// <returns>The corrected ones, in the same order.</returns>
    public static ImmutableArray<double> Adjust(IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        var adjusted = new double[probabilities.Count];
        var (least, left) = (0.0, probabilities.Count);
        foreach (var (index, probability) in probabilities.Index().OrderBy(pair => pair.Item))
            adjusted[index] = least = Math.Max(least, Math.Min(1, probability * left--));
        return [.. adjusted];
    }
}
