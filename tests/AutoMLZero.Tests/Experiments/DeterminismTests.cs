using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tests.Experiments;

/// <summary>Same spec and seed, same bits: for any number of threads, and across any number of interruptions.</summary>
public class DeterminismTests
{
    public static TheoryData<string> Runs => [.. SmallRuns.Names];

    [Theory]
    [MemberData(nameof(Runs))]
    public void The_number_of_threads_changes_nothing(string name)
    {
        var expected = Whole(name, workers: 1);
        Assert.Equal(expected, Whole(name, workers: 2));
        Assert.Equal(expected, Whole(name, workers: 7));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Interruptions_change_nothing(string name)
    {
        var expected = Whole(name, workers: 1);
        var random = new RandomSource(9);
        foreach (var workers in new[] { 1, 2, 7 })
        {
            var recorder = new MemoryRecorder();
            var interruptions = 0;
            while (Interrupted(name, workers, recorder, random.NextInt(400), out var result))
            {
                interruptions++;
                Assert.Equal(StopReason.Canceled, result.Stop);
            }

            Assert.Equal(expected, Text(Series(name, workers, recorder, TimeProvider.System).Run(TestContext.Current.CancellationToken), recorder));
            Assert.InRange(interruptions, 2, int.MaxValue);
            Assert.InRange(recorder.Captures, interruptions, int.MaxValue);
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task The_stream_of_epochs_is_the_same_for_any_number_of_threads(string name)
    {
        var expected = new List<string>();
        foreach (var workers in new[] { 1, 2, 7 })
        {
            var epochs = new List<string>();
            await foreach (var epoch in Series(name, workers, null, TimeProvider.System).Epochs(TestContext.Current.CancellationToken))
                epochs.Add(Text(epoch));
            Assert.NotEmpty(epochs);
            if (workers == 1) expected = epochs;
            Assert.Equal(expected, epochs);
        }
    }

    [Fact]
    public void Another_seed_is_another_run() => Assert.NotEqual(Whole("linear", 1), Whole("linear", 1, seed: 4));

    [Fact]
    public void The_first_island_does_what_an_experiment_without_islands_does()
    {
        var alone = new MemoryRecorder();
        var among = new MemoryRecorder();
        var spec = SmallRuns.Spec("linear") with { Islands = new() { EpochLength = 500 }, ExperimentLength = 1000, Budget = new() { Experiments = 1 } };
        Series(spec, 1, alone, TimeProvider.System).Run(TestContext.Current.CancellationToken);
        spec = spec with { Islands = new() { Count = 3, EpochLength = 500 }, ExperimentLength = 3000 };
        Series(spec, 2, among, TimeProvider.System).Run(TestContext.Current.CancellationToken);
        Assert.Equal(alone.Epochs[^1].Islands[0], among.Epochs[^1].Islands[0]);
        Assert.NotEqual(among.Epochs[^1].Islands[1], among.Epochs[^1].Islands[0]);
    }

    private static string Whole(string name, int workers, ulong seed = 3)
    {
        var recorder = new MemoryRecorder();
        var result = new ExperimentSeries(SmallRuns.Spec(name), seed, TimeProvider.System, null, new SeriesOptions { Workers = workers, Recorder = recorder })
            .Run(TestContext.Current.CancellationToken);
        return Text(result, recorder);
    }

    private static ExperimentSeries Series(string name, int workers, ISeriesRecorder? recorder, TimeProvider time) =>
        Series(SmallRuns.Spec(name), workers, recorder, time);

    private static ExperimentSeries Series(ExperimentSpec spec, int workers, ISeriesRecorder? recorder, TimeProvider time) =>
        new(spec, 3, time, null, new SeriesOptions { Workers = workers, Recorder = recorder, WithDigests = true, CaptureInterval = TimeSpan.FromSeconds(1) });

    /// <summary>All that is found and counted, but for what later experiments did that do not count.</summary>
    private static string Text(SearchResult result, MemoryRecorder recorder) => string.Join('\n',
    [
        $"{result with { Elapsed = TimeSpan.Zero }}",
        .. recorder.Ended.Where(outcome => outcome.Index < result.Experiments)
            .Select(outcome => $"{outcome with { Champion = null }} {Text(outcome.Champion)}"),
        .. recorder.Epochs.Where(epoch => epoch.Experiment < result.Experiments).Select(Text),
    ]);

    private static string Text(Epoch epoch) =>
        $"{epoch.Experiment} {epoch.Number} {epoch.Counters} {epoch.Best} {epoch.IsLast} {epoch.Digest} {Text(epoch.Champion)}\n"
        + string.Join('\n', epoch.Islands.Select(island => $"  {island}"));

    private static string Text(Champion? champion) => champion is null ? "no champion"
        : $"{champion} of {champion.Individual.Lineage!.Founder}: {string.Join(", ", champion.Individual.Lineage.Steps)}";

    /// <summary>Runs until a number of evaluations; the clock goes on by a second at each look, so that captures happen on the way, too.</summary>
    private static bool Interrupted(string name, int workers, MemoryRecorder recorder, int evaluations, out SearchResult result)
    {
        using var source = new CancellationTokenSource();
        EvaluatorFactory watched = (tasks, settings, exits) => new WatchedEvaluator(Evaluators.Create(tasks, settings, exits), () =>
        {
            if (Interlocked.Decrement(ref evaluations) == 0) source.Cancel();
        });
        var options = new SeriesOptions { Workers = workers, Recorder = recorder, CaptureInterval = TimeSpan.FromSeconds(1) };
        result = new ExperimentSeries(SmallRuns.Spec(name), 3, new ManualTime(TimeSpan.FromSeconds(1)), null, watched, options).Run(source.Token);
        return result.Stop == StopReason.Canceled;
    }
}
