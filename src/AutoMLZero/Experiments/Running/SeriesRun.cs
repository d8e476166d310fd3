using System.Runtime.ExceptionServices;
using AutoMLZero.State;
using AutoMLZero.Tuning;

namespace AutoMLZero.Experiments.Running;

/// <summary>
/// One run of a series on its threads. A thread takes work of the earliest experiment that has any: an island of the open epoch, the end of an epoch, a
/// capture; when there is none, it opens another experiment. Which thread does what when depends on the scheduler; what is done does not.
/// </summary>
internal sealed class SeriesRun : IDisposable
{
    private const long CostBetweenLooks = 100_000;

    private readonly object gate = new();
    private readonly ExperimentSpec spec;
    private readonly ulong seed;
    private readonly SeriesOptions options;
    private readonly EvaluatorFactory evaluators;
    private readonly IProgress<SearchProgress>? progress;
    private readonly EpochOrder? order;
    private readonly SeriesPlan plan;
    private readonly Selection selection;
    private readonly long individualsBetweenLooks;
    private int threads;
    private volatile bool isStopping;
    private StopReason? stop;
    private ExceptionDispatchInfo? failure;

    /// <summary>Takes what the run depends on; nothing is made yet.</summary>
    public SeriesRun(
        ExperimentSpec spec,
        ulong seed,
        TimeProvider time,
        IProgress<SearchProgress>? progress,
        SeriesOptions options,
        EvaluatorFactory evaluators,
        Action<Epoch>? deliver)
    {
        this.spec = spec;
        this.seed = seed;
        this.progress = progress;
        this.options = options;
        this.evaluators = evaluators;
        order = deliver is null ? null : new EpochOrder(deliver);
        plan = new SeriesPlan(spec);
        Clock = new SeriesClock(time, spec.Budget.Time, options);
        Board = new SeriesBoard(plan, options.Recorder?.Ended ?? []);
        selection = new Selection(spec, seed, evaluators);
        individualsBetweenLooks = Math.Max(1, CostBetweenLooks / spec.StepsOfIndividual);
    }

    /// <summary>The clock.</summary>
    public SeriesClock Clock { get; }

    /// <summary>Where the experiments are; to be read after the run.</summary>
    public SeriesBoard Board { get; }

    /// <summary>Runs the series until it is at its end, its time is over, or it is canceled.</summary>
    /// <returns>Why it ended.</returns>
    public StopReason Run(CancellationToken cancellation)
    {
        using var registration = cancellation.Register(() => Stop(StopReason.Canceled));
        for (var i = 0; i < options.Workers; i++) StartThread(i);
        lock (gate)
        {
            while (!isStopping) Monitor.Wait(gate);
            WaitForThreads();
            failure?.Throw();
            CaptureIdle();
            if (stop == StopReason.TimeSpent) EndOpen(cancellation);
            return Reason();
        }
    }

    /// <summary>Takes note that an epoch was taken; the experiment may go on.</summary>
    public void TakeDelivery(Epoch epoch)
    {
        lock (gate)
        {
            var item = Board.Open.FirstOrDefault(item => item.Index == epoch.Experiment);
            if (item is null) return;
            item.Undelivered--;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Frees the memory in which programs run, as far as no thread uses it any more.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (threads > 0) return;
            foreach (var item in Board.Open) item.Experiment?.Dispose();
            selection.Dispose();
        }
    }

    private void StartThread(int number)
    {
        lock (gate) threads++;
        new Thread(Work) { IsBackground = true, Name = $"search {number}" }.Start();
    }

    private void Work()
    {
        try
        {
            while (Next() is { } job) job();
        }
        catch (Exception problem)
        {
            Fail(problem);
        }
        finally
        {
            lock (gate)
            {
                threads--;
                Monitor.PulseAll(gate);
            }
        }
    }

    private void Stop(StopReason reason)
    {
        lock (gate)
        {
            if (stop is null or StopReason.TimeSpent) stop = reason;
            isStopping = true;
            Monitor.PulseAll(gate);
        }
    }

    private void Fail(Exception problem)
    {
        lock (gate)
        {
            failure ??= ExceptionDispatchInfo.Capture(problem);
            Stop(StopReason.Canceled);
        }
    }

    /// <summary>A canceled or solved series does not wait forever for an individual; one whose time is over does.</summary>
    private void WaitForThreads()
    {
        var since = TimeProvider.System.GetTimestamp();
        while (threads > 0)
        {
            var left = options.Grace - TimeProvider.System.GetElapsedTime(since);
            if (stop == StopReason.TimeSpent) Monitor.Wait(gate);
            else if (left > TimeSpan.Zero) Monitor.Wait(gate, left);
            else return;
        }
    }

    private StopReason Reason()
    {
        if (Board.IsFinished) return Board.Solved is null ? StopReason.BudgetSpent : StopReason.Solved;
        return stop == StopReason.TimeSpent && Board.Champion?.SelectFitness >= spec.SolvedAt ? StopReason.Solved : stop!.Value;
    }

    /// <summary>Work for the calling thread, which waits for it; null when there will be none.</summary>
    private Action? Next()
    {
        lock (gate)
        {
            while (!isStopping)
            {
                if (Board.IsFinished)
                {
                    Stop(StopReason.BudgetSpent);
                    break;
                }

                foreach (var item in Board.RemoveUncounted()) item.Experiment!.Dispose();
                foreach (var item in Board.Open)
                {
                    if (WorkOf(item) is { } job) return job;
                }

                if (Board.Open.Count < options.Workers && Board.OpenNext(spec.Islands.Count) is { } opened) return () => Open(opened);
                Monitor.Wait(gate);
            }

            return null;
        }
    }

    private Action? WorkOf(OpenExperiment item)
    {
        if (item.IsHeld || item.Experiment is null || item.Index > Board.Solved) return null;
        if (item.IsIdle && item.IsEpochOver) return Held(item, EndEpoch);
        if (item.CaptureAskedAt is not null) return item.IsIdle ? Held(item, Capture) : null;
        if (order?.IsBlocked(item) == true || item.TakeIsland() is not { } island) return null;
        return () => RunIsland(item, island);
    }

    private static Action Held(OpenExperiment item, Action<OpenExperiment> job)
    {
        item.IsHeld = true;
        return () => job(item);
    }

    private void Open(OpenExperiment item)
    {
        var experiment = new Experiment(spec, seed, item.Index, plan.Length(item.Index), evaluators);
        if (options.Recorder?.StateOf(item.Index) is { IsEmpty: false } state) experiment.Restore(new StateReader(state));
        SeriesLog.ExperimentBegins(options.Logger, item.Index, experiment.Epochs);
        lock (gate)
        {
            item.Experiment = experiment;
            item.PublishAll();
            Release(item);
        }
    }

    private void RunIsland(OpenExperiment item, int island)
    {
        var experiment = item.Experiment!;
        var toLook = 1L;
        bool MayGoOn()
        {
            if (--toLook < 0)
            {
                toLook = individualsBetweenLooks;
                Look(item, island);
            }

            return !isStopping && !item.MustPause;
        }

        var hasEnded = experiment.Islands[island].Run(experiment.EndOfEpoch, selection.Fitness, MayGoOn);
        lock (gate)
        {
            SeriesMetrics.Count(item.Return(island, hasEnded));
            Monitor.PulseAll(gate);
        }
    }

    private void Look(OpenExperiment item, int island)
    {
        lock (gate)
        {
            SeriesMetrics.Count(item.Publish(island));
            var now = Clock.SinceStart;
            if (Clock.IsOver(now)) Stop(StopReason.TimeSpent);
            if (options.Recorder is not null && Clock.TakeCapture(now)) AskForCaptures(now);
            if (progress is not null && Clock.TakeReport(now)) progress.Report(Progress());
        }
    }

    private SearchProgress Progress(TuningProgress? tuning = null)
    {
        var first = Board.Open[0];
        return new SearchProgress(first.Index + 1, first.Best, Board.Champion?.SelectFitness, Board.Counters, Clock.Elapsed) { Tuning = tuning };
    }

    private void AskForCaptures(TimeSpan now)
    {
        foreach (var item in Board.Open.Where(item => item.Experiment is not null))
        {
            item.CaptureAskedAt ??= now;
            item.MustPause = true;
        }
    }

    private void Capture(OpenExperiment item)
    {
        Capture(item.Experiment!);
        lock (gate)
        {
            var wait = Clock.SinceStart - item.CaptureAskedAt!.Value;
            item.CaptureAskedAt = null;
            item.MustPause = item.Index > Board.Solved;
            Clock.NoteWait(wait);
            SeriesMetrics.NoteCapture(wait);
            Release(item);
        }
    }

    private void Capture(Experiment experiment)
    {
        var writer = new StateWriter();
        experiment.Save(writer);
        options.Recorder!.Capture(experiment.Index, writer.Written);
        SeriesLog.Captured(options.Logger, experiment.Index, writer.Written.Length);
    }

    /// <summary>A stop captures what no thread has, within an epoch too, so that nothing is lost.</summary>
    private void CaptureIdle()
    {
        if (options.Recorder is null || stop == StopReason.BudgetSpent) return;
        foreach (var item in Board.Open.Where(item => item.IsIdle)) Capture(item.Experiment!);
    }

    /// <summary>When the time is over, the bests of open experiments are tried, and the best of all is tuned unless it is already.</summary>
    private void EndOpen(CancellationToken cancellation)
    {
        TryBests();
        if (Board.Champion is not { Tuning: null } best) return;
        var open = Board.Open.FirstOrDefault(item => item.Experiment is { } experiment && ReferenceEquals(experiment.Champion?.Individual, best.Individual));
        var watch = new Immediate(Report);
        if (open?.Experiment!.TuneChampion(selection.Fitness, watch, cancellation) == false) stop = StopReason.Canceled;
    }

    private void TryBests()
    {
        foreach (var item in Board.Open.Where(item => item.IsIdle))
        {
            foreach (var island in item.Experiment!.Islands) island.TryBest(selection.Fitness);
            item.PublishAll();
        }
    }

    private void EndEpoch(OpenExperiment item)
    {
        if (item.Experiment!.IsOver && !TuneChampion(item))
        {
            lock (gate) Release(item);
            return;
        }

        var epoch = EndEpoch(item.Experiment!);
        var outcome = epoch.IsLast ? Outcome(item.Experiment!) : null;
        options.Recorder?.EndEpoch(epoch);
        if (outcome is not null) options.Recorder?.EndExperiment(outcome);
        Report(epoch, outcome);
        lock (gate)
        {
            order?.Add(item, epoch);
            if (outcome is not null)
            {
                item.Experiment!.Dispose();
                Board.End(outcome);
                order?.End(outcome);
            }

            item.OpenEpoch();
            Release(item);
        }
    }

    /// <summary>Tunes the champion of an experiment, unless the series is canceled or the experiment does not count any more.</summary>
    private bool TuneChampion(OpenExperiment item)
    {
        using var end = new CancellationTokenSource();
        var watch = new Immediate(tuning =>
        {
            lock (gate)
            {
                if (stop == StopReason.Canceled || item.Index > Board.Solved) end.Cancel();
                else Report(tuning);
            }
        });
        return item.Experiment!.TuneChampion(selection.Fitness, watch, end.Token);
    }

    private void Report(TuningProgress tuning)
    {
        if (progress is not null && Clock.TakeReport(Clock.SinceStart)) progress.Report(Progress(tuning));
    }

    private Epoch EndEpoch(Experiment experiment)
    {
        IslandEpoch[] islands = [.. experiment.Islands.Select(IslandEpoch.Of)];
        var population = FitnessQuantiles.Of(experiment.Islands.SelectMany(island => island.Population).Select(individual => individual.Fitness));
        experiment.EndEpoch();
        return new Epoch
        {
            Experiment = experiment.Index,
            Number = experiment.Epochs,
            Islands = [.. islands],
            Population = population,
            Champion = experiment.Champion,
            IsSolved = experiment.IsSolved,
            IsLast = experiment.IsOver,
            Digest = options.WithDigests || options.Recorder is not null ? StateDigest.Of(experiment) : null,
        };
    }

    private static ExperimentOutcome Outcome(Experiment experiment) =>
        new(experiment.Index, experiment.Epochs, experiment.Counters, experiment.Champion, experiment.IsSolved) { HallOfFame = experiment.HallOfFame.Members };

    private void Report(Epoch epoch, ExperimentOutcome? outcome)
    {
        SeriesMetrics.CountEpoch();
        SeriesLog.EpochEnds(options.Logger, epoch.Experiment, epoch.Number, epoch.Counters.Individuals, epoch.Best?.Fitness);
        if (outcome is null) return;
        SeriesMetrics.CountExperiment(outcome.IsSolved);
        SeriesLog.ExperimentEnds(
            options.Logger, outcome.Index, outcome.Counters.Individuals, outcome.IsSolved, outcome.Champion?.SelectFitness);
    }

    private void Release(OpenExperiment item)
    {
        item.IsHeld = false;
        Monitor.PulseAll(gate);
    }

    /// <summary>Reports at once, on the thread that evaluates.</summary>
    private sealed class Immediate(Action<TuningProgress> report) : IProgress<TuningProgress>
    {
        public void Report(TuningProgress value) => report(value);
    }
}
