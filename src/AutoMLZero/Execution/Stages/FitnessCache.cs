using System.Numerics;
using AutoMLZero.State;

namespace AutoMLZero.Execution.Stages;

/// <summary>Asks for what it does not remember.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="capacity">Number of programs remembered.</param>
/// <param name="next">Evaluates the others.</param>
internal sealed class FitnessCache<T>(int capacity, IStage<T> next) : IStateful
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly RecentlyUsedCache<KnownFitness> cache = new(capacity);

    /// <summary>The evaluation of a program under a key.</summary>
    public Evaluation Evaluate(ulong key, Candidate<T> candidate)
    {
        if (cache.TryGet(key, out var known) && known.Answer(candidate.Hurdle) is { } answer) return answer;
        var evaluation = next.Evaluate(candidate);
        cache.Add(key, KnownFitness.From(evaluation));
        return evaluation;
    }

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        cache.Save(writer, known => known.Save(writer));
        next.Save(writer);
    }

    /// <inheritdoc/>
    public void Restore(StateReader reader)
    {
        cache.Restore(reader, () => KnownFitness.Restore(reader));
        next.Restore(reader);
    }
}
