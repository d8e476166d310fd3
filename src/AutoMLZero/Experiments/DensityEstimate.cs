using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>
/// How rare acceptable programs are: draws random programs of the initial lengths and counts those whose fitness on search tasks suffices.
/// Every 10,000 programs share one set of tasks, the next 10,000 meet new ones; all derive from the seed.
/// </summary>
public sealed class DensityEstimate
{
    private const int SamplesPerTaskSet = 10_000;
    private readonly ExperimentSpec spec;
    private readonly ulong seed;
    private readonly TimeProvider time;
    private readonly double threshold;
    private readonly IProgress<DensityProgress>? progress;
    private readonly EvaluatorFactory evaluators;

    /// <summary>Takes what the estimate depends on; nothing is made or evaluated yet.</summary>
    /// <param name="spec">Where programs and tasks come from; its search method does not matter.</param>
    /// <param name="seed">Decides programs and tasks.</param>
    /// <param name="time">The clock for progress.</param>
    /// <param name="threshold">
    /// The fitness, in [0, 1], from which a program is acceptable; the spec's <see cref="ExperimentSpec.SolvedAt"/> when null.
    /// </param>
    /// <param name="progress">Hears at most ten times a second how far the estimate is, on the calling thread.</param>
    /// <exception cref="InputException">The threshold is out of its range.</exception>
    public DensityEstimate(
        ExperimentSpec spec, ulong seed, TimeProvider time, double? threshold = null, IProgress<DensityProgress>? progress = null)
        : this(spec, seed, time, threshold, progress, Evaluators.Create)
    {
    }

    internal DensityEstimate(
        ExperimentSpec spec,
        ulong seed,
        TimeProvider time,
        double? threshold,
        IProgress<DensityProgress>? progress,
        EvaluatorFactory evaluators)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(time);
        this.spec = spec with { Method = SearchMethod.Random };
        this.seed = seed;
        this.time = time;
        this.threshold = threshold ?? spec.SolvedAt;
        this.progress = progress;
        this.evaluators = evaluators;
        if (!(this.threshold is >= 0 and <= 1))
            throw new InputException($"the threshold is {this.threshold}, expected a fitness from 0 to 1");
    }

    /// <summary>Draws programs. On cancellation the result counts those drawn so far.</summary>
    /// <param name="samples">Number of programs, at least 1.</param>
    /// <param name="cancellation">Stops after the program that is being evaluated.</param>
    /// <exception cref="InputException">The number of programs is below 1.</exception>
    public DensityResult Run(long samples, CancellationToken cancellation = default)
    {
        if (samples < 1) throw new InputException($"the number of samples is {samples}, expected at least 1");
        var pulse = new Pulse(time, null, spec.Tasks.Search.TrainingSteps);
        var counts = new Counts();
        for (var set = 0; counts.Drawn < samples && !cancellation.IsCancellationRequested; set++)
            Draw(set, Math.Min(SamplesPerTaskSet, samples - counts.Drawn), counts, pulse, cancellation);
        var (low, high) = BinomialInterval.Of(counts.Acceptable, counts.Drawn);
        return new DensityResult(counts.Drawn, counts.Acceptable, threshold, low, high, counts.Drawn < samples, pulse.Elapsed);
    }

    private void Draw(int set, long samples, Counts counts, Pulse pulse, CancellationToken cancellation)
    {
        var tasks = spec.Tasks.Search.Create(ExperimentSeeds.SearchTasks(seed, set));
        using var evaluator = evaluators(tasks, spec.Evaluation, spec.EarlyExits);
        var random = new RandomSource(ExperimentSeeds.Search(seed, set));
        var generator = new ProgramGenerator(spec.ToSearchSpace(), SearchFactory.Given(spec));
        Action<TimeSpan> report = elapsed => progress?.Report(new DensityProgress(counts.Drawn, counts.Acceptable, elapsed));
        for (var i = 0L; i < samples && !cancellation.IsCancellationRequested; i++)
        {
            if (evaluator.Evaluate(generator.Random(random)).Fitness >= threshold) counts.Acceptable++;
            counts.Drawn++;
            pulse.Step(report);
        }
    }

    private sealed class Counts
    {
        public long Drawn { get; set; }

        public long Acceptable { get; set; }
    }
}
