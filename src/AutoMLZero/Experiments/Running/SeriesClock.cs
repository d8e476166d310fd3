namespace AutoMLZero.Experiments.Running;

/// <summary>Says what is due when somebody looks at it. Used under the lock of the run.</summary>
/// <param name="time">The clock.</param>
/// <param name="limit">The time limit; null when there is none.</param>
/// <param name="options">Time that went by before, and time between captures.</param>
internal sealed class SeriesClock(TimeProvider time, TimeSpan? limit, SeriesOptions options)
{
    private const int WaitShare = 20;
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(100);
    private readonly long start = time.GetTimestamp();
    private TimeSpan captureInterval = options.CaptureInterval;
    private TimeSpan nextReport = BetweenReports;
    private TimeSpan nextCapture = options.CaptureInterval;

    /// <summary>Time since the start of the series, what went by before an interruption included.</summary>
    public TimeSpan Elapsed => options.ElapsedBefore + SinceStart;

    /// <summary>Time since this run of the series began.</summary>
    public TimeSpan SinceStart => time.GetElapsedTime(start);

    /// <summary>Whether the time is over.</summary>
    /// <param name="sinceStart">The present time.</param>
    public bool IsOver(TimeSpan sinceStart) => options.ElapsedBefore + sinceStart >= limit;

    /// <summary>Whether a report is due; then the next is due later.</summary>
    /// <param name="sinceStart">The present time.</param>
    public bool TakeReport(TimeSpan sinceStart)
    {
        if (sinceStart < nextReport) return false;
        nextReport = sinceStart + BetweenReports;
        return true;
    }

    /// <summary>Whether a capture is due; then the next is due later.</summary>
    /// <param name="sinceStart">The present time.</param>
    public bool TakeCapture(TimeSpan sinceStart)
    {
        if (sinceStart < nextCapture) return false;
        nextCapture = sinceStart + captureInterval;
        return true;
    }

    /// <summary>Makes captures rare when threads wait for each other: at most a small share of the time may go by so.</summary>
    /// <param name="wait">How long an experiment stood still for a capture.</param>
    public void NoteWait(TimeSpan wait)
    {
        if (wait * WaitShare > captureInterval) captureInterval = wait * WaitShare;
    }
}
