using System.Numerics;
using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>
/// Runs programs on the sets of a mix, one set after another. A program is analyzed once; its fitness counts the tasks of all sets alike.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class MixEvaluator<T> : IEvaluator, ICodeRunner
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly EvaluationSettings settings;
    private readonly Evaluator<T>[] parts;
    private readonly double[] fitness;

    /// <summary>Lays the examples of all sets out.</summary>
    public MixEvaluator(TaskSet tasks, EvaluationSettings settings, EngineOptions options)
    {
        Tasks = tasks;
        this.settings = settings;
        parts = [.. tasks.Parts.Select(part => new Evaluator<T>(part, settings, options))];
        fitness = new double[tasks.Parts.Sum(part => part.Count)];
    }

    /// <inheritdoc cref="IEvaluator.Tasks"/>
    public TaskSet Tasks { get; }

    /// <inheritdoc cref="IEvaluator.TaskFitness"/>
    public ReadOnlySpan<double> TaskFitness => fitness;

    /// <inheritdoc/>
    public Evaluation Evaluate(Program program)
    {
        var code = HashEffective(program);
        return Evaluate(CompleteAsWritten(program)) with { Code = code };
    }

    /// <inheritdoc/>
    public EffectiveCode Analyze(Program program) => parts[0].Analyze(program);

    /// <inheritdoc/>
    public ulong HashEffective(Program program) => parts[0].HashEffective(program);

    /// <inheritdoc/>
    public EffectiveCode Complete(Program program) => parts[0].Complete(program);

    /// <inheritdoc/>
    public EffectiveCode CompleteAsWritten(Program program) =>
        Array.TrueForAll(parts, part => part.RunsAsWritten) ? parts[0].CompleteAsWritten(program) : Complete(program);

    /// <inheritdoc/>
    public Evaluation Evaluate(EffectiveCode program)
    {
        var at = 0;
        foreach (var part in parts)
        {
            part.Evaluate(program);
            part.TaskFitness.CopyTo(fitness.AsSpan(at));
            at += part.TaskFitness.Length;
        }

        return new Evaluation(settings.Combine.Of(fitness), EvaluationOutcome.Evaluated);
    }

    /// <inheritdoc/>
    public Evaluation Failed()
    {
        Array.Clear(fitness);
        return new Evaluation(settings.Combine.Of(fitness), EvaluationOutcome.Evaluated);
    }

    /// <inheritdoc/>
    public ulong? Probe(EffectiveCode program, int trainExamples, int validExamples)
    {
        var (hash, isAnyAlive) = (0UL, false);
        foreach (var part in parts)
        {
            var errors = part.Probe(program, trainExamples, validExamples);
            isAnyAlive |= errors is not null;
            hash = SplitMix.Derive(hash, errors ?? 0);
        }

        return isAnyAlive ? hash : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var part in parts) part.Dispose();
    }
}
