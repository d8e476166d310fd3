using AutoMLZero.Numerics;

namespace AutoMLZero.Data.Csv;

/// <summary>Which rows of a table programs learn from, and which are held out to report on. Both ascend.</summary>
/// <param name="Training">Places of the training rows.</param>
/// <param name="HeldOut">Places of the others.</param>
internal sealed record RowSplit(int[] Training, int[] HeldOut)
{
    /// <summary>Splits rows at random; classes have the same shares in both parts as far as their rows allow.</summary>
    /// <param name="rows">The rows to split, at least two.</param>
    /// <param name="target">The target.</param>
    /// <param name="share">The share that is held out.</param>
    /// <param name="seed">Decides which rows.</param>
    public static RowSplit Of(int[] rows, TargetValues target, double share, ulong seed)
    {
        var random = new RandomSource(seed);
        var groups = target.Task == TableTask.Regression
            ? [rows]
            : rows.GroupBy(row => target.Labels[row]).OrderBy(group => group.Key).Select(group => group.ToArray()).ToArray();
        var heldOut = new List<int>();
        foreach (var group in groups)
        {
            Shuffle.InPlace(group, random);
            var count = (int)Math.Round(group.Length * share, MidpointRounding.AwayFromZero);
            heldOut.AddRange(group.Take(Math.Min(count, group.Length - 1)));
        }

        if (heldOut.Count == 0) heldOut.Add(groups.MaxBy(group => group.Length)![0]);
        heldOut.Sort();
        var isHeldOut = heldOut.ToHashSet();
        return new RowSplit([.. groups.SelectMany(group => group).Where(row => !isHeldOut.Contains(row)).Order()], [.. heldOut]);
    }
}
