using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AutoMLZero.Execution;
using AutoMLZero.Experiments.Running;
using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>
/// The paper's protocol: experiments, each with new search tasks, whose champions are compared on the selection tasks until one suffices or
/// the budget is spent; the best is then reported on unseen tasks. Experiments may run side by side: the earliest one that is solved counts, later
/// ones do not, so that the result is the same for any number of threads.
/// </summary>
public sealed class ExperimentSeries
{
    private readonly ExperimentSpec spec;
    private readonly ulong seed;
    private readonly TimeProvider time;
    private readonly IProgress<SearchProgress>? progress;
    private readonly SeriesOptions options;
    private readonly EvaluatorFactory evaluators;

    /// <summary>Takes what the series depends on; nothing is made or evaluated yet.</summary>
    /// <param name="spec">What to do.</param>
    /// <param name="seed">Decides all tasks and all random choices.</param>
    /// <param name="time">The clock, for the budget of time, for progress and captures; decides nothing else. That of the system when null.</param>
    /// <param name="progress">Hears at most ten times a second how far the search is, on searching threads, never twice at once.</param>
    /// <param name="options">How the series runs; one thread when null.</param>
    public ExperimentSeries(
        ExperimentSpec spec, ulong seed, TimeProvider? time = null, IProgress<SearchProgress>? progress = null, SeriesOptions? options = null)
        : this(spec, seed, time, progress, Evaluators.Create, options)
    {
    }

    internal ExperimentSeries(
        ExperimentSpec spec,
        ulong seed,
        TimeProvider? time,
        IProgress<SearchProgress>? progress,
        EvaluatorFactory evaluators,
        SeriesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        this.spec = spec;
        this.seed = seed;
        this.time = time ?? TimeProvider.System;
        this.progress = progress;
        this.options = options ?? new SeriesOptions();
        this.evaluators = evaluators;
        if (this.options.Workers < 1) throw new InputException($"the number of workers is {this.options.Workers}, expected at least 1");
    }

    /// <summary>Searches to the end. On cancellation the result holds the best champion so far, not tested.</summary>
    /// <param name="cancellation">Stops the search after the individuals that are being evaluated.</param>
    public SearchResult Run(CancellationToken cancellation = default)
    {
        using var run = new SeriesRun(spec, seed, time, progress, options, evaluators, null);
        var stop = run.Run(cancellation);
        SeriesLog.SeriesEnds(options.Logger, stop);
        var champion = run.Board.Champion;
        var best = champion?.Individual ?? run.Board.BestOfOpen;
        var test = champion is null || stop == StopReason.Canceled
            ? default(FinalTest?)
            : FinalTest.Run(spec, seed, evaluators, champion.Individual.Program);
        return new SearchResult
        {
            Name = spec.Name,
            Seed = seed,
            Stop = stop,
            Program = best?.Program,
            SearchFitness = best?.Fitness,
            SelectFitness = champion?.SelectFitness,
            Tuning = champion?.Tuning,
            TestFitness = test?.Fitness,
            TestStandardError = test?.StandardError,
            Experiments = run.Board.Counted,
            Counters = run.Board.Counters,
            TrainingSteps = run.Board.Counters.Individuals * spec.StepsOfIndividual,
            Elapsed = run.Clock.Elapsed,
            HallOfFame = run.Board.HallOfFame.Members,
        };
    }

    /// <summary>
    /// The search as a stream of epochs, experiment by experiment. It begins when the first is asked for, runs a few epochs ahead, and ends with the
    /// experiment that is solved, with the budget, or when nobody asks for more.
    /// </summary>
    /// <param name="cancellation">Stops the search after the individuals that are being evaluated.</param>
    /// <exception cref="OperationCanceledException">The search was canceled.</exception>
    public async IAsyncEnumerable<Epoch> Epochs([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var channel = Channel.CreateUnbounded<Epoch>(new UnboundedChannelOptions { SingleReader = true });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var run = new SeriesRun(spec, seed, time, progress, options, evaluators, epoch => channel.Writer.TryWrite(epoch));
        var done = Task.Factory.StartNew(
            () => Complete(channel.Writer, () => run.Run(end.Token)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await foreach (var epoch in channel.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                run.TakeDelivery(epoch);
                yield return epoch;
            }
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await done.ConfigureAwait(false);
        }
    }

    /// <summary>The fitness of a program on tasks that no search and no selection meets.</summary>
    /// <param name="program">The program.</param>
    public double Test(Program program) => FinalTest.Run(spec, seed, evaluators, program).Fitness;

    private static void Complete(ChannelWriter<Epoch> writer, Action work)
    {
        try
        {
            work();
            writer.Complete();
        }
        catch (Exception problem)
        {
            writer.Complete(problem);
        }
    }
}
