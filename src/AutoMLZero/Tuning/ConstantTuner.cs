using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tuning;

/// <summary>
/// Tunes all constants of a program together (AutoML-Zero, section 4.2), in a given number of evaluations. It can be ended at any time, and then has the best
/// so far.
/// </summary>
public sealed class ConstantTuner
{
    private readonly Func<Program, double> fitness;
    private readonly bool isMultiClass;
    private readonly int workers;
    private readonly IProgress<TuningProgress>? progress;

    /// <summary>Takes what tuning depends on.</summary>
    /// <param name="fitness">The fitness of a program, always the same for the same one; with several threads, called by all of them at once.</param>
    /// <param name="isMultiClass">Whether programs have <c>v1</c> as the one-hot label and <c>v2</c> as the prediction.</param>
    /// <param name="workers">Number of threads that evaluate, at least 1, which changes no result.</param>
    /// <param name="progress">Hears after each evaluation how far it is, on threads that evaluate, never twice at once.</param>
    /// <exception cref="InputException">The number of threads is below 1.</exception>
    public ConstantTuner(Func<Program, double> fitness, bool isMultiClass = false, int workers = 1, IProgress<TuningProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(fitness);
        if (workers < 1) throw new InputException($"the number of workers is {workers}, expected at least 1");
        this.fitness = fitness;
        this.isMultiClass = isMultiClass;
        this.workers = workers;
        this.progress = progress;
    }

    /// <summary>Tunes a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="settings">The method, and how many programs are evaluated.</param>
    /// <param name="seed">Decides all random choices.</param>
    /// <param name="cancellation">Ends it after the evaluations that are running; the result has the best until then.</param>
    /// <exception cref="InputException">The number of evaluations is below 1.</exception>
    /// <exception cref="OperationCanceledException">It was canceled before the untuned program was evaluated.</exception>
    public TuningResult Tune(Program program, TuningSettings settings, ulong seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Evaluations < 1) throw new InputException($"the number of evaluations is {settings.Evaluations}, expected at least 1");
        cancellation.ThrowIfCancellationRequested();
        var constants = ConstantVector.Of(program, isMultiClass);
        var best = new TuningBest(program, fitness(program), settings.Evaluations, progress);
        if (!constants.Places.IsEmpty) Search(constants, SearchOf(settings.Method, constants.Places.Length, seed), best, cancellation);
        return new TuningResult
        {
            Program = best.Program,
            FitnessBefore = best.Curve[0].Fitness,
            Fitness = best.Curve[^1].Fitness,
            Evaluations = best.Evaluations,
            Constants = constants.Compare(best.Program),
            Curve = [.. best.Curve],
            IsCanceled = !constants.Places.IsEmpty && best.Evaluations < settings.Evaluations,
        };
    }

    private static IFactorSearch SearchOf(TuningMethod method, int count, ulong seed) => method == TuningMethod.CmaEs
        ? new AdaptiveFactors(count, new RandomSource(seed))
        : new RandomFactors(count, new RandomSource(seed));

    private void Search(ConstantVector constants, IFactorSearch search, TuningBest best, CancellationToken cancellation)
    {
        while (best.Left > 0 && !cancellation.IsCancellationRequested)
        {
            var factors = search.Propose();
            ImmutableArray<Program> programs = [.. factors.Take((int)Math.Min(best.Left, factors.Length)).Select(vector => constants.Times(vector))];
            var values = Evaluate(programs, best, cancellation);
            best.Take(programs, values);
            if (values.Length == factors.Length && !cancellation.IsCancellationRequested) search.Learn(values);
        }
    }

    /// <summary>The fitness of each program; not a number where cancellation came first.</summary>
    private double[] Evaluate(ImmutableArray<Program> programs, TuningBest best, CancellationToken cancellation)
    {
        var values = new double[programs.Length];
        Array.Fill(values, double.NaN);
        if (workers == 1)
        {
            for (var i = 0; i < programs.Length; i++) EvaluateOne(i);
        }
        else
        {
            Parallel.For(0, programs.Length, new ParallelOptions { MaxDegreeOfParallelism = workers }, EvaluateOne);
        }

        return values;

        void EvaluateOne(int i)
        {
            if (cancellation.IsCancellationRequested) return;
            values[i] = fitness(programs[i]);
            best.Report(values[i]);
        }
    }
}
