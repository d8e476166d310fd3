using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.State;
using AutoMLZero.Tasks;

namespace AutoMLZero.Search;

/// <summary>Evaluates programs by another evaluator, and keeps the hall of fame of all that ran in full or was answered as if it had.</summary>
/// <param name="inner">The other evaluator, of which this one disposes.</param>
/// <param name="experiment">Which experiment of the series, from 0.</param>
internal sealed class HallOfFameEvaluator(IEvaluator inner, int experiment) : IEvaluator
{
    /// <summary>So many effective codes are known to have been considered; a power of 2.</summary>
    private const int Remembered = 1 << 12;

    private readonly EffectiveCost cost = new(inner.Tasks.Dimension, inner.Tasks.IsMultiClass);
    private readonly ulong[] considered = new ulong[Remembered];

    /// <summary>The hall of fame.</summary>
    public HallOfFame HallOfFame { get; } = new();

    /// <inheritdoc/>
    public TaskSet Tasks => inner.Tasks;

    /// <inheritdoc/>
    public ReadOnlySpan<double> TaskFitness => inner.TaskFitness;

    /// <inheritdoc/>
    public Evaluation Evaluate(Program program) => Evaluate(program, null);

    /// <inheritdoc/>
    public Evaluation Evaluate(Program program, double? hurdle)
    {
        var evaluation = inner.Evaluate(program, hurdle);
        if (!evaluation.IsPartial && HallOfFame.MayEnter(evaluation.Fitness) && !WasConsidered(evaluation.Code))
            HallOfFame.Consider(new HallOfFameMember(program, evaluation.Fitness, cost.PerStep(program)) { Experiment = experiment });
        return evaluation;
    }

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        inner.Save(writer);
        HallOfFame.Save(writer);
    }

    /// <inheritdoc/>
    public void Restore(StateReader reader)
    {
        inner.Restore(reader);
        HallOfFame.Restore(reader);
        Array.Clear(considered);
    }

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    /// <summary>Programs with the same effective code cost and do the same; to forget that changes nothing.</summary>
    private bool WasConsidered(ulong code)
    {
        ref var known = ref considered[code % Remembered];
        if (known == code && code != 0) return true;
        known = code;
        return false;
    }
}
