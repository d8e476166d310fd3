namespace AutoMLZero.Cli;

/// <summary>A search that is kept in a folder was interrupted.</summary>
/// <param name="folder">The folder.</param>
/// <param name="token">What interrupted it.</param>
internal sealed class ResumableException(string folder, CancellationToken token)
    : OperationCanceledException($"interrupted; 'automlzero resume {folder}' goes on", token);
