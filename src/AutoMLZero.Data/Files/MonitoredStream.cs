namespace AutoMLZero.Data.Files;

/// <summary>A file that says how far it is read.</summary>
/// <param name="file">The file, which is closed with this stream.</param>
/// <param name="activity">What is being done.</param>
/// <param name="monitor">Who hears how far it is.</param>
internal sealed class MonitoredStream(Stream file, string activity, DataMonitor monitor) : ReadStream
{
    private const long BytesBetweenReports = 1 << 20;

    private long done;
    private long reported = -BytesBetweenReports;

    /// <inheritdoc/>
    public override long Length => file.Length;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = file.Read(buffer);
        done += count;
        if (done - reported < BytesBetweenReports) return count;
        reported = done;
        monitor.Report(new DataProgress(activity, done, file.Length, DataUnit.Bytes));
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }
}
