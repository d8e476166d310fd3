using System.Numerics;
using AutoMLZero.State;

namespace AutoMLZero.Execution.Stages;

/// <summary>Probes every program with a few examples first, and takes the fitness of one that erred alike before.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="evaluator">Probes programs.</param>
/// <param name="settings">How programs are probed.</param>
/// <param name="next">Evaluates those that nothing erred like.</param>
internal sealed class FunctionalCacheStage<T>(ICodeRunner evaluator, FunctionalCacheSettings settings, IStage<T> next) : IStage<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FitnessCache<T> cache = new(settings.Capacity, next);

    /// <summary>The hashes of errors; null when every task ended.</summary>
    private readonly KeyMemory probes = new();

    /// <inheritdoc/>
    public Evaluation Evaluate(Candidate<T> candidate)
    {
        var written = candidate.CheapHash;
        if (!probes.TryGet(written, out var key)) probes.Add(written, key = evaluator.Probe(candidate.Runnable, settings.TrainExamples, settings.ValidExamples));
        if (key is { } errors) return cache.Evaluate(errors, candidate);
        return evaluator.Failed() with { FirstFitness = candidate.Hurdle is null ? null : 0 };
    }

    /// <inheritdoc/>
    public void Save(StateWriter writer) => cache.Save(writer);

    /// <inheritdoc/>
    public void Restore(StateReader reader) => cache.Restore(reader);
}
