using AutoMLZero.Experiments;

namespace AutoMLZero.Runs;

/// <summary>Takes note of how far a search was when, at most once a second, and passes on what it hears.</summary>
/// <param name="next">Hears it, too; null when nobody does.</param>
internal sealed class PaceNotes(IProgress<SearchProgress>? next) : IProgress<SearchProgress>
{
    private const int StepsOfTime = 500;
    private static readonly TimeSpan LeastStep = TimeSpan.FromSeconds(1);

    private readonly object gate = new();
    private List<PacePoint> points = [];
    private TimeSpan last;

    /// <inheritdoc/>
    public void Report(SearchProgress value)
    {
        lock (gate) Note(value.Elapsed, value.Counters.Individuals);
        next?.Report(value);
    }

    /// <summary>The notes since this was asked last.</summary>
    public IReadOnlyList<PacePoint> Take()
    {
        lock (gate)
        {
            var taken = points;
            points = [];
            return taken;
        }
    }

    /// <summary>The longer a search takes, the longer the steps: some thousands of them reach for years.</summary>
    private void Note(TimeSpan elapsed, long individuals)
    {
        if (elapsed - last < LeastStep || elapsed - last < elapsed / StepsOfTime) return;
        last = elapsed;
        points.Add(new PacePoint(elapsed, individuals));
    }
}
