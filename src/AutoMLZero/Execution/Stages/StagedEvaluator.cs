using System.Numerics;
using AutoMLZero.Language;
using AutoMLZero.State;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution.Stages;

/// <summary>
/// Evaluates programs in stages, the cheapest first: cost, functional cache, canonical cache, hurdle, full run. The canonical cache comes after the
/// lossy one, so that it only ever answers what the stages after it would have, and changes no result.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class StagedEvaluator<T> : IEvaluator
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ICodeRunner evaluator;
    private readonly Evaluator<T>? first;
    private readonly Candidate<T> candidate;
    private readonly IStage<T> stages;

    /// <summary>Lays the examples out.</summary>
    public StagedEvaluator(TaskSet tasks, EvaluationSettings settings, EarlyExits exits, EngineOptions options)
    {
        evaluator = tasks.IsMix ? new MixEvaluator<T>(tasks, settings, options) : new Evaluator<T>(tasks, settings, options);
        candidate = new Candidate<T>(evaluator);
        stages = new FullRunStage<T>(evaluator);
        if (exits.Hurdles is { } hurdles)
        {
            first = new Evaluator<T>(FirstPart.Of(tasks, hurdles), settings, options);
            stages = new HurdleStage<T>(first, stages);
        }

        if (exits.CanonicalCache is { } canonical) stages = new CanonicalCacheStage<T>(tasks, canonical.Capacity, stages);
        if (exits.FunctionalCache is { } functional) stages = new FunctionalCacheStage<T>(evaluator, functional, stages);
        if (exits.MaxCost is not { } limit) return;
        foreach (var dimension in tasks.Parts.Select(part => part.Dimension).Distinct())
            stages = new CostStage<T>(dimension, limit.PerStep(dimension), stages);
    }

    /// <inheritdoc/>
    public TaskSet Tasks => evaluator.Tasks;

    /// <inheritdoc/>
    public ReadOnlySpan<double> TaskFitness => evaluator.TaskFitness;

    /// <inheritdoc/>
    public Evaluation Evaluate(Program program) => Evaluate(program, null);

    /// <inheritdoc/>
    public Evaluation Evaluate(Program program, double? hurdle)
    {
        candidate.Start(program, first is null ? null : hurdle);
        return stages.Evaluate(candidate) with { Code = candidate.CheapHash };
    }

    /// <inheritdoc/>
    public void Save(StateWriter writer) => stages.Save(writer);

    /// <inheritdoc/>
    public void Restore(StateReader reader) => stages.Restore(reader);

    /// <inheritdoc/>
    public void Dispose()
    {
        evaluator.Dispose();
        first?.Dispose();
    }
}
