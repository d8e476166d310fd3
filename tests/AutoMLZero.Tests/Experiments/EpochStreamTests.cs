using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using Microsoft.Extensions.Logging;

namespace AutoMLZero.Tests.Experiments;

/// <summary>Evolution as a stream.</summary>
[Collection(nameof(EpochStreamTests))]
public class EpochStreamTests
{
    private static readonly ExperimentSpec Endless = SmallRuns.Spec("affine, ring") with { Budget = new(), ExperimentLength = 1_000_000_000 };

    [Fact]
    public async Task Nothing_is_evaluated_before_it_is_asked_for()
    {
        var evaluations = 0;
        var stream = Watched(Endless, () => Interlocked.Increment(ref evaluations)).Epochs(Never);
        await Task.Delay(50, Never);
        Assert.Equal(0, evaluations);
        await foreach (var epoch in stream) break;
        Assert.NotEqual(0, evaluations);
    }

    [Fact]
    public async Task Who_stops_asking_stops_the_search()
    {
        var evaluations = 0;
        var taken = new List<Epoch>();
        await foreach (var epoch in Watched(Endless, () => Interlocked.Increment(ref evaluations), workers: 3).Epochs(Never).Take(3)) taken.Add(epoch);
        var after = evaluations;
        await Task.Delay(50, Never);
        Assert.Equal(after, evaluations);
        Assert.Equal([1, 2, 3], taken.Select(epoch => epoch.Number));
        Assert.Equal([8 * 61, 2 * 8 * 61, 3 * 8 * 61], taken.Select(epoch => epoch.Counters.Individuals));
    }

    [Fact]
    public async Task It_does_not_run_far_ahead_of_who_asks()
    {
        var evaluations = 0;
        await foreach (var epoch in Watched(Endless with { Islands = Endless.Islands with { EpochLength = 5 } }, () => Interlocked.Increment(ref evaluations)).Epochs(Never))
        {
            var before = -1;
            while (before != Volatile.Read(ref evaluations))
            {
                before = Volatile.Read(ref evaluations);
                await Task.Delay(200, Never);
            }

            break;
        }

        Assert.InRange(evaluations, 1, 20 * 8 * 5);
    }

    [Fact]
    public async Task Cancellation_ends_it_with_an_exception()
    {
        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var epoch in new ExperimentSeries(Endless, 1).Epochs(source.Token)) await source.CancelAsync();
        });
    }

    [Fact]
    public async Task What_goes_wrong_on_a_thread_reaches_who_asks()
    {
        var series = Watched(Endless, () => throw new InvalidOperationException("no luck"), workers: 2);
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var epoch in series.Epochs(Never)) Assert.Fail("there is no epoch");
        });
        Assert.Equal("no luck", problem.Message);
        Assert.Equal("no luck", Assert.Throws<InvalidOperationException>(() => series.Run(Never)).Message);
    }

    [Fact]
    public void The_meter_counts_what_the_result_counts()
    {
        using var meter = new Listened();
        var result = new ExperimentSeries(SmallRuns.Spec("nonlinear, halves"), 3, options: new SeriesOptions { Workers = 2, Recorder = new MemoryRecorder(), CaptureInterval = TimeSpan.FromMilliseconds(1) }).Run(Never);
        var counters = result.Counters;
        Assert.Equal(counters.Individuals, meter["automlzero.individuals"]);
        Assert.Equal(counters.Generated, meter["automlzero.children"]);
        Assert.Equal(counters.Cached, meter["automlzero.children outcome=cached"]);
        Assert.Equal(counters.Partial, meter["automlzero.children outcome=partial"]);
        Assert.Equal(counters.Evaluated, meter["automlzero.children outcome=evaluated"]);
        Assert.Equal(3, meter["automlzero.experiments"]);
        Assert.Equal(3 + 3 + 2, meter["automlzero.epochs"]);
    }

    [Fact]
    public void The_logger_hears_of_experiments_and_of_the_end()
    {
        var log = new Ear();
        new ExperimentSeries(SmallRuns.Spec("linear"), 3, options: new SeriesOptions { Logger = log }).Run(Never);
        Assert.Equal("Experiment 0 begins after 0 epochs.", log.Heard[0]);
        Assert.Contains("Experiment 0 ends after 1000 individuals: solved False, selection fitness 0.", log.Heard[1], StringComparison.Ordinal);
        Assert.Equal("The series ends: BudgetSpent.", log.Heard[^1]);
        Assert.Equal(7, log.Heard.Count);
    }

    private static CancellationToken Never => TestContext.Current.CancellationToken;

    private static ExperimentSeries Watched(ExperimentSpec spec, Action watch, int workers = 1) => new(
        spec,
        1,
        TimeProvider.System,
        null,
        (tasks, settings, exits) => new WatchedEvaluator(Evaluators.Create(tasks, settings, exits), watch),
        new SeriesOptions { Workers = workers });

    private sealed class Listened : IDisposable
    {
        private readonly ConcurrentDictionary<string, long> sums = new();
        private readonly MeterListener listener = new();

        public Listened()
        {
            listener.InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "AutoMLZero") self.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) =>
            {
                sums.AddOrUpdate(instrument.Name, count, (_, sum) => sum + count);
                if (tags.Length == 1) sums.AddOrUpdate($"{instrument.Name} {tags[0].Key}={tags[0].Value}", count, (_, sum) => sum + count);
            });
            listener.Start();
        }

        public long this[string name] => sums.GetValueOrDefault(name);

        public void Dispose() => listener.Dispose();
    }

    private sealed class Ear : ILogger
    {
        public List<string> Heard { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Heard.Add(formatter(state, exception));
        }
    }
}

/// <summary>The meter hears of all series in the process, so no other may run at the same time.</summary>
[CollectionDefinition(nameof(EpochStreamTests), DisableParallelization = true)]
public class OneSeriesAtATime;
