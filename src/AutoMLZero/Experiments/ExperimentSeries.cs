using AutoMLZero.Execution;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>
/// The paper's protocol: experiments, each with new search tasks, whose champions are compared on the selection tasks until one suffices or
/// the budget is spent; the best is then reported on unseen tasks.
/// </summary>
public sealed class ExperimentSeries
{
    private readonly ExperimentSpec spec;
    private readonly ulong seed;
    private readonly TimeProvider time;
    private readonly IProgress<SearchProgress>? progress;
    private readonly EvaluatorFactory evaluators;

    /// <summary>Takes what the series depends on; nothing is made or evaluated yet.</summary>
    /// <param name="spec">What to do.</param>
    /// <param name="seed">Decides all tasks and all random choices.</param>
    /// <param name="time">The clock, for the budget of time and for progress; decides nothing else.</param>
    /// <param name="progress">Hears at most ten times a second how far the search is, on the searching thread.</param>
    public ExperimentSeries(ExperimentSpec spec, ulong seed, TimeProvider time, IProgress<SearchProgress>? progress = null)
        : this(spec, seed, time, progress, Evaluators.Create)
    {
    }

    internal ExperimentSeries(
        ExperimentSpec spec, ulong seed, TimeProvider time, IProgress<SearchProgress>? progress, EvaluatorFactory evaluators)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(time);
        this.spec = spec;
        this.seed = seed;
        this.time = time;
        this.progress = progress;
        this.evaluators = evaluators;
    }

    /// <summary>Searches to the end. On cancellation the result holds the best champion so far, not tested.</summary>
    /// <param name="cancellation">Stops the search after the individual that is being evaluated.</param>
    public SearchResult Run(CancellationToken cancellation = default)
    {
        using var selection = new Selection(spec, seed, evaluators);
        var pulse = new Pulse(time, spec.Budget.Time, spec.Tasks.Search.TrainingSteps);
        var total = default(SearchCounters);
        Individual? best = null;
        StopReason? stop = null;
        var count = 0;
        while (stop is null)
        {
            var length = Math.Min(spec.ExperimentLength, spec.Budget.IndividualsLeft(total.Individuals, spec.Tasks.Search.TrainingSteps));
            if (length == 0 || count == spec.Budget.Experiments)
            {
                stop = StopReason.BudgetSpent;
                break;
            }

            using var experiment = new Experiment(spec, seed, count++, evaluators);
            stop = Run(experiment, length, selection, pulse, total, cancellation);
            total += experiment.Counters;
            best = experiment.Best ?? best;
        }

        return Result(stop.Value, selection.Best, best, count, total, pulse);
    }

    /// <summary>Runs one experiment; its champion is then with the selection.</summary>
    /// <returns>What ends the series; null when it goes on.</returns>
    private StopReason? Run(
        Experiment experiment, long length, Selection selection, Pulse pulse, SearchCounters before, CancellationToken cancellation)
    {
        void Report(TimeSpan elapsed) => progress?.Report(new SearchProgress(
            experiment.Index + 1, experiment.Best, selection.Best?.SelectFitness, before + experiment.Counters, elapsed));
        Action<TimeSpan> report = Report;
        Individual? seen = null;
        for (var made = 0L; made < length && !pulse.IsOver; made++)
        {
            if (cancellation.IsCancellationRequested) return StopReason.Canceled;
            experiment.Advance();
            pulse.Step(report);
            if (ReferenceEquals(experiment.Best, seen)) continue;
            seen = experiment.Best!;
            if (!spec.StopWhenSolved || seen.Fitness < spec.SolvedAt) continue;
            selection.Try(seen);
            if (selection.IsSolved) return StopReason.Solved;
        }

        if (seen is not null) selection.Try(seen);
        return selection.IsSolved ? StopReason.Solved : pulse.IsOver ? StopReason.TimeSpent : null;
    }

    private SearchResult Result(
        StopReason stop, Champion? champion, Individual? open, int experiments, SearchCounters counters, Pulse pulse)
    {
        var test = champion is null || stop == StopReason.Canceled
            ? default(FinalTest?)
            : FinalTest.Run(spec, seed, evaluators, champion.Individual.Program);
        var best = champion?.Individual ?? open;
        return new SearchResult
        {
            Name = spec.Name,
            Seed = seed,
            Stop = stop,
            Program = best?.Program,
            SearchFitness = best?.Fitness,
            SelectFitness = champion?.SelectFitness,
            TestFitness = test?.Fitness,
            TestStandardError = test?.StandardError,
            Experiments = experiments,
            Counters = counters,
            TrainingSteps = counters.Individuals * spec.Tasks.Search.TrainingSteps,
            Elapsed = pulse.Elapsed,
        };
    }
}
