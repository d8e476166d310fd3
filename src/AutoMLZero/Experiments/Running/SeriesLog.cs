using Microsoft.Extensions.Logging;

namespace AutoMLZero.Experiments.Running;

/// <summary>What a series tells a logger.</summary>
internal static partial class SeriesLog
{
    [LoggerMessage(1, LogLevel.Information, "Experiment {Experiment} begins after {Epochs} epochs.")]
    public static partial void ExperimentBegins(ILogger logger, int experiment, long epochs);

    [LoggerMessage(2, LogLevel.Debug, "Experiment {Experiment}, epoch {Epoch}: {Individuals} individuals, best fitness {Fitness}.")]
    public static partial void EpochEnds(ILogger logger, int experiment, long epoch, long individuals, double? fitness);

    [LoggerMessage(3, LogLevel.Information, "Experiment {Experiment} ends after {Individuals} individuals: solved {Solved}, selection fitness {Fitness}.")]
    public static partial void ExperimentEnds(ILogger logger, int experiment, long individuals, bool solved, double? fitness);

    [LoggerMessage(4, LogLevel.Debug, "Experiment {Experiment} was captured: {Bytes} bytes.")]
    public static partial void Captured(ILogger logger, int experiment, int bytes);

    [LoggerMessage(5, LogLevel.Information, "The series ends: {Stop}.")]
    public static partial void SeriesEnds(ILogger logger, StopReason stop);
}
