using Perfolizer.Horology;

namespace AutoMLZero.Benchmarks;

/// <summary>The time that this process was on a processor: what others do in between does not count.</summary>
internal sealed class ProcessorClock : IClock
{
    /// <inheritdoc/>
    public string Title => "Processor time";

    /// <inheritdoc/>
    public bool IsAvailable => true;

    /// <inheritdoc/>
    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    /// <inheritdoc/>
    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
