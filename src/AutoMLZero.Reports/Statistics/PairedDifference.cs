using MathNet.Numerics.Distributions;

namespace AutoMLZero.Reports.Statistics;

/// <summary>How much better one program is than another on the same tasks, paired by task.</summary>
/// <param name="Tasks">Number of tasks.</param>
/// <param name="Mean">The mean difference in fitness; above 0 when the first is better.</param>
/// <param name="StandardError">The standard error of the mean; null for fewer than two tasks.</param>
/// <param name="Better">Number of tasks on which the first is better.</param>
/// <param name="Worse">Number of tasks on which the first is worse.</param>
/// <param name="Test">Whether the difference may be chance; null when the two are equal on all tasks, or there is one task only.</param>
public sealed record PairedDifference(int Tasks, double Mean, double? StandardError, int Better, int Worse, WilcoxonSignedRank? Test)
{
    /// <summary>Half the width of the 95 % interval of the mean by Student's distribution; null for fewer than two tasks.</summary>
    public double? HalfWidth => StandardError * (Tasks < 2 ? 0 : StudentT.InvCDF(0, 1, Tasks - 1, 0.975));

    /// <summary>Compares two programs.</summary>
    /// <param name="first">The fitness of the first on each task.</param>
    /// <param name="second">The fitness of the second on the same tasks.</param>
    /// <exception cref="ArgumentException">The numbers of tasks differ, or there is none.</exception>
    public static PairedDifference Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length || first.Length == 0) throw new ArgumentException("The same tasks are needed, at least one.", nameof(second));
        var differences = first.ToArray();
        for (var i = 0; i < differences.Length; i++) differences[i] -= second[i];
        return new PairedDifference(
            differences.Length,
            differences.Average(),
            StandardErrorOf(differences),
            differences.Count(difference => difference > 0),
            differences.Count(difference => difference < 0),
            differences.Length < 2 ? null : WilcoxonSignedRank.Test(differences));
    }

    /// <summary>The standard error of the mean; null for fewer than two values.</summary>
    /// <param name="values">The values.</param>
    public static double? StandardErrorOf(ReadOnlySpan<double> values)
    {
        if (values.Length < 2) return null;
        var all = values.ToArray();
        var mean = all.Average();
        return Math.Sqrt(all.Sum(value => (value - mean) * (value - mean)) / (all.Length - 1) / all.Length);
    }
}
