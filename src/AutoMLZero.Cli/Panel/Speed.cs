namespace AutoMLZero.Cli.Panel;

/// <summary>How many individuals a second there were lately.</summary>
/// <param name="window">How long that is.</param>
internal sealed class Speed(TimeSpan window)
{
    private readonly Queue<(TimeSpan Time, long Count)> notes = [];
    private (TimeSpan Time, long Count) last;

    /// <summary>The number a second; null as long as it is not known.</summary>
    public double? PerSecond => notes.TryPeek(out var first) && last.Time > first.Time
        ? (last.Count - first.Count) / (last.Time - first.Time).TotalSeconds
        : null;

    /// <summary>Takes note of a number at a time.</summary>
    /// <param name="time">Time since the start.</param>
    /// <param name="count">Number since the start.</param>
    public void Note(TimeSpan time, long count)
    {
        last = (time, count);
        notes.Enqueue(last);
        while (notes.Count > 2 && last.Time - notes.Peek().Time > window) notes.Dequeue();
    }
}
