namespace AutoMLZero.Data;

/// <summary>Hears how far work on data is, and may end it.</summary>
/// <param name="Progress">Hears it often, on the working thread; null when nobody listens.</param>
/// <param name="Cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
public readonly record struct DataMonitor(IProgress<DataProgress>? Progress = null, CancellationToken Cancellation = default)
{
    /// <summary>Says how far the work is, unless it is to end.</summary>
    /// <param name="progress">How far it is.</param>
    /// <exception cref="OperationCanceledException">The work is to end.</exception>
    public void Report(DataProgress progress)
    {
        Cancellation.ThrowIfCancellationRequested();
        Progress?.Report(progress);
    }
}
