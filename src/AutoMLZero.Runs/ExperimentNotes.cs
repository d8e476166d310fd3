using AutoMLZero.Experiments;

namespace AutoMLZero.Runs;

/// <summary>What happened in an experiment since it was written last: written in one transaction with the state that it led to.</summary>
/// <param name="Experiment">Which experiment, from 0.</param>
/// <param name="Epochs">The epochs that ended.</param>
/// <param name="State">The state after them; empty when the experiment has ended.</param>
/// <param name="Outcome">What came of the experiment; null when it goes on.</param>
internal sealed record ExperimentNotes(int Experiment, IReadOnlyList<Epoch> Epochs, ReadOnlyMemory<byte> State, ExperimentOutcome? Outcome);
