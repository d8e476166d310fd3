namespace AutoMLZero.Experiments;

/// <summary>Looks at the clock now and then, not at every step, for the time limit and for progress about ten times a second.</summary>
/// <param name="time">The clock.</param>
/// <param name="limit">The time limit; null when there is none.</param>
/// <param name="stepCost">Training steps of one step of the search: long steps are worth a look each.</param>
internal sealed class Pulse(TimeProvider time, TimeSpan? limit, long stepCost)
{
    private const long CostBetweenLooks = 100_000;
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(100);
    private readonly long start = time.GetTimestamp();
    private readonly long stepsBetweenLooks = Math.Max(1, CostBetweenLooks / stepCost);
    private long stepsToLook;
    private TimeSpan nextReport = BetweenReports;

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(start);

    /// <summary>Whether the time limit was over at the last look.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Counts a step of the search, and looks at the clock when it is time to.</summary>
    /// <param name="report">Called with the time since the start when a report is due.</param>
    public void Step(Action<TimeSpan> report)
    {
        if (--stepsToLook > 0) return;
        stepsToLook = stepsBetweenLooks;
        var elapsed = Elapsed;
        IsOver = elapsed >= limit;
        if (elapsed < nextReport) return;
        nextReport = elapsed + BetweenReports;
        report(elapsed);
    }
}
