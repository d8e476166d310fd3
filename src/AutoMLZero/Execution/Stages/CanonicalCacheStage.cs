using System.Numerics;
using AutoMLZero.State;

namespace AutoMLZero.Execution.Stages;

/// <summary>Takes the fitness of a program with the same canonical form.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="capacity">Number of programs remembered.</param>
/// <param name="next">Evaluates the others.</param>
internal sealed class CanonicalCacheStage<T>(int capacity, IStage<T> next) : IStage<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FitnessCache<T> cache = new(capacity, next);

    /// <inheritdoc/>
    public Evaluation Evaluate(Candidate<T> candidate) => cache.Evaluate(candidate.Hash, candidate);

    /// <inheritdoc/>
    public void Save(StateWriter writer) => cache.Save(writer);

    /// <inheritdoc/>
    public void Restore(StateReader reader) => cache.Restore(reader);
}
