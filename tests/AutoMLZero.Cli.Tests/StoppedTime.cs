namespace AutoMLZero.Cli.Tests;

/// <summary>A clock that stands still, or goes on by the same step each time it is looked at.</summary>
internal sealed class StoppedTime(TimeSpan step = default) : TimeProvider
{
    private long now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now += step.Ticks;
}
