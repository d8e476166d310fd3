using System.Collections.Concurrent;
using AutoMLZero.Experiments;

namespace AutoMLZero.Tests.Experiments;

/// <summary>Keeps in memory what a series does. Lists come out in the order of experiments and epochs.</summary>
internal sealed class MemoryRecorder : ISeriesRecorder
{
    private readonly ConcurrentDictionary<int, ReadOnlyMemory<byte>> states = new();
    private readonly ConcurrentDictionary<(int Experiment, long Number), Epoch> epochs = new();
    private readonly ConcurrentDictionary<int, ExperimentOutcome> ended = new();

    public IReadOnlyList<ExperimentOutcome> Ended => [.. ended.Values.OrderBy(outcome => outcome.Index)];

    public IReadOnlyList<Epoch> Epochs => [.. epochs.Values.OrderBy(epoch => epoch.Experiment).ThenBy(epoch => epoch.Number)];

    public int Captures { get; private set; }

    public ReadOnlyMemory<byte> StateOf(int experiment) => states.GetValueOrDefault(experiment);

    public void EndEpoch(Epoch epoch)
    {
        if (!epochs.TryAdd((epoch.Experiment, epoch.Number), epoch))
            Assert.Equal(epochs[(epoch.Experiment, epoch.Number)].Digest, epoch.Digest);
    }

    public void Capture(int experiment, ReadOnlyMemory<byte> state)
    {
        Captures++;
        states[experiment] = state;
    }

    public void EndExperiment(ExperimentOutcome outcome) => Assert.True(ended.TryAdd(outcome.Index, outcome));
}
