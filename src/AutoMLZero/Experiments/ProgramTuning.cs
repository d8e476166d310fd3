using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tuning;

namespace AutoMLZero.Experiments;

/// <summary>Tunes a program for the tasks of a spec: on its selection tasks alone. What that is worth shows on its unseen tasks.</summary>
public sealed class ProgramTuning
{
    private readonly ExperimentSpec spec;
    private readonly ulong seed;
    private readonly int workers;
    private readonly IProgress<TuningProgress>? progress;
    private readonly EvaluatorFactory evaluators;

    /// <summary>Takes what tuning depends on; nothing is made or evaluated yet.</summary>
    /// <param name="spec">Has the tasks, and says how programs are evaluated.</param>
    /// <param name="seed">Decides the tasks, as for a search, and all random choices.</param>
    /// <param name="workers">Number of threads, at least 1, which changes no result.</param>
    /// <param name="progress">Hears after each evaluation how far it is, on threads that evaluate, never twice at once.</param>
    /// <exception cref="InputException">The number of threads is below 1.</exception>
    public ProgramTuning(ExperimentSpec spec, ulong seed, int workers = 1, IProgress<TuningProgress>? progress = null)
        : this(spec, seed, workers, progress, Evaluators.Create)
    {
    }

    internal ProgramTuning(ExperimentSpec spec, ulong seed, int workers, IProgress<TuningProgress>? progress, EvaluatorFactory evaluators)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (workers < 1) throw new InputException($"the number of workers is {workers}, expected at least 1");
        this.spec = spec;
        this.seed = seed;
        this.workers = workers;
        this.progress = progress;
        this.evaluators = evaluators;
    }

    /// <summary>Tunes a program on the selection tasks.</summary>
    /// <param name="program">The program.</param>
    /// <param name="settings">The method, and how many programs are evaluated.</param>
    /// <param name="cancellation">Ends it after the evaluations that are running; the result has the best until then.</param>
    /// <exception cref="OperationCanceledException">It was canceled before the untuned program was evaluated.</exception>
    public TuningResult Tune(Program program, TuningSettings settings, CancellationToken cancellation = default)
    {
        using var selection = new Selection(spec, seed, evaluators);
        return new ConstantTuner(selection.Fitness, selection.IsMultiClass, workers, progress).Tune(program, settings, ExperimentSeeds.Tuning(seed), cancellation);
    }

    /// <summary>Compares a program before and after tuning on the unseen tasks.</summary>
    /// <param name="before">The untuned program.</param>
    /// <param name="after">The tuned one.</param>
    public TuningTest Test(Program before, Program after) => TuningTest.Run(spec, seed, evaluators, before, after);
}
