using System.Diagnostics.Metrics;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments.Running;

/// <summary>What the meter <c>AutoMLZero</c> says of all series of this process.</summary>
internal static class SeriesMetrics
{
    private static readonly Meter Meter = new("AutoMLZero");
    private static readonly Counter<long> Individuals =
        Meter.CreateCounter<long>("automlzero.individuals", "{individual}", "Individuals that entered a population.");
    private static readonly Counter<long> Children =
        Meter.CreateCounter<long>("automlzero.children", "{child}", "Children made, by what became of them: rejected, cached, partial or evaluated.");
    private static readonly Counter<long> Epochs = Meter.CreateCounter<long>("automlzero.epochs", "{epoch}", "Epochs that ended.");
    private static readonly Counter<long> Experiments =
        Meter.CreateCounter<long>("automlzero.experiments", "{experiment}", "Experiments that ended, by whether they were solved.");
    private static readonly Histogram<double> Captures =
        Meter.CreateHistogram<double>("automlzero.capture.duration", "s", "How long an experiment stood still while its state was captured.");

    /// <summary>Counts what islands did.</summary>
    public static void Count(in SearchCounters done)
    {
        if (!Individuals.Enabled && !Children.Enabled) return;
        Individuals.Add(done.Individuals);
        Count(done.Rejected, "rejected");
        Count(done.Cached, "cached");
        Count(done.Partial, "partial");
        Count(done.Evaluated, "evaluated");
    }

    /// <summary>Counts an epoch.</summary>
    public static void CountEpoch() => Epochs.Add(1);

    /// <summary>Counts an experiment.</summary>
    public static void CountExperiment(bool isSolved) => Experiments.Add(1, KeyValuePair.Create<string, object?>("solved", isSolved));

    /// <summary>Takes note of a capture.</summary>
    public static void NoteCapture(TimeSpan duration) => Captures.Record(duration.TotalSeconds);

    private static void Count(long children, string outcome)
    {
        if (children > 0) Children.Add(children, KeyValuePair.Create<string, object?>("outcome", outcome));
    }
}
