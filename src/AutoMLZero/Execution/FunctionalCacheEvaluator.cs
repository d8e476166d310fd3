using System.Numerics;
using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>Probes every program with a few examples first, and takes the fitness of one that erred alike before.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="evaluator">Runs programs.</param>
/// <param name="settings">How programs are probed.</param>
internal sealed class FunctionalCacheEvaluator<T>(Evaluator<T> evaluator, FunctionalCacheSettings settings) : IEvaluator
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FunctionalCache cache = new(settings.Capacity);
    private readonly ProbeMemory probes = new();
    private readonly int trainExamples = Math.Min(settings.TrainExamples, evaluator.Tasks.TrainCount);
    private readonly int validExamples = Math.Min(settings.ValidExamples, evaluator.Tasks.ValidCount);

    /// <inheritdoc/>
    public TaskSet Tasks => evaluator.Tasks;

    /// <inheritdoc/>
    public ReadOnlySpan<double> TaskFitness => evaluator.TaskFitness;

    /// <inheritdoc/>
    public Evaluation Evaluate(Program program)
    {
        var written = evaluator.HashEffective(program);
        EffectiveCode? effective = null;
        if (!probes.TryGet(written, out var key))
        {
            effective = evaluator.Complete(program);
            probes.Add(written, key = Probe(effective));
        }

        if (key is null) return evaluator.Failed();
        if (cache.TryGet(key.Value, out var fitness)) return new Evaluation(fitness, EvaluationOutcome.Cached);
        var evaluation = evaluator.Evaluate(effective ?? evaluator.Complete(program));
        cache.Add(key.Value, evaluation.Fitness);
        return evaluation;
    }

    private ulong? Probe(EffectiveCode program)
    {
        var canonical = ProgramHash.Of(program);
        if (probes.TryGet(canonical, out var key)) return key;
        key = evaluator.Probe(program, trainExamples, validExamples);
        probes.Add(canonical, key);
        return key;
    }

    /// <inheritdoc/>
    public void Dispose() => evaluator.Dispose();
}
