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
    private readonly IEffectiveCost cost = inner as IEffectiveCost ?? new AnalyzedCost(inner.Tasks);

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
        if (!evaluation.IsPartial && HallOfFame.CostToBeat(evaluation.Fitness) is > 0 and var most) Consider(program, evaluation.Fitness, most);
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
    }

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private void Consider(Program program, double fitness, double most)
    {
        var found = cost.EffectiveCost(program);
        if (found < most) HallOfFame.Consider(new HallOfFameMember(program, fitness, found) { Experiment = experiment });
    }

    /// <summary>Analyzes the program for an evaluator that does not tell.</summary>
    private sealed class AnalyzedCost(TaskSet tasks) : IEffectiveCost
    {
        private readonly Canonicalizer canonicalizer = new();

        /// <inheritdoc/>
        public double EffectiveCost(Program program)
        {
            canonicalizer.HashEffective(program, tasks.IsMultiClass);
            return canonicalizer.EffectiveCost(program, tasks.Dimension);
        }
    }
}
