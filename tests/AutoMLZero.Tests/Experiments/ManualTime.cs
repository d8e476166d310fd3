namespace AutoMLZero.Tests.Experiments;

/// <summary>A clock that goes on by a fixed step whenever somebody looks at it.</summary>
internal sealed class ManualTime(TimeSpan step) : TimeProvider
{
    private long now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now += step.Ticks;
}
