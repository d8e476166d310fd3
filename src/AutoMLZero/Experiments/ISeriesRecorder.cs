namespace AutoMLZero.Experiments;

/// <summary>
/// Keeps what a series does, so that another series can go on from there. Called on searching threads, for one experiment by one thread at a time but for
/// several experiments at once: it should do no more than take note.
/// </summary>
public interface ISeriesRecorder
{
    /// <summary>The experiments that are already at their end.</summary>
    IReadOnlyList<ExperimentOutcome> Ended { get; }

    /// <summary>Where an experiment goes on; empty when it begins. The state was given to <see cref="Capture"/> for the same spec and seed.</summary>
    /// <param name="experiment">Which experiment, from 0.</param>
    ReadOnlyMemory<byte> StateOf(int experiment);

    /// <summary>Takes note of the end of an epoch.</summary>
    /// <param name="epoch">The epoch, with its digest.</param>
    void EndEpoch(Epoch epoch);

    /// <summary>Takes note of the state of an experiment, after the epochs that ended and maybe within the next.</summary>
    /// <param name="experiment">Which experiment, from 0.</param>
    /// <param name="state">The state, which nobody changes any more.</param>
    void Capture(int experiment, ReadOnlyMemory<byte> state);

    /// <summary>Takes note of the end of an experiment, after its last epoch.</summary>
    /// <param name="outcome">What came of it.</param>
    void EndExperiment(ExperimentOutcome outcome);
}
