using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AutoMLZero.Experiments;

/// <summary>How a series runs. Nothing here changes what it finds.</summary>
public sealed record SeriesOptions
{
    /// <summary>Number of threads that search, at least 1. They take islands, and further experiments when there are not enough.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Keeps what the series does; null when nothing is kept.</summary>
    public ISeriesRecorder? Recorder { get; init; }

    /// <summary>Time between captures for the <see cref="Recorder"/>; longer when threads would wait for each other too long.</summary>
    public TimeSpan CaptureInterval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a canceled series waits for individuals that are being evaluated; what takes longer is not captured again.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Time that the series took before it was interrupted.</summary>
    public TimeSpan ElapsedBefore { get; init; }

    /// <summary>Whether epochs come with digests of the state; a recorder always gets them.</summary>
    public bool WithDigests { get; init; }

    /// <summary>Hears what happens.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
