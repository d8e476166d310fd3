using Microsoft.Data.Sqlite;

namespace AutoMLZero.Runs.Tests;

/// <summary>The course of a search can be read from its folder, from one of the former format, too.</summary>
public sealed class RunHistoryTests : IDisposable
{
    private const string Downgrade =
        """
        ALTER TABLE epochs DROP COLUMN lowest_fitness; ALTER TABLE epochs DROP COLUMN lower_quartile; ALTER TABLE epochs DROP COLUMN median_fitness;
        ALTER TABLE epochs DROP COLUMN upper_quartile; ALTER TABLE epochs DROP COLUMN highest_fitness; DROP TABLE pace; PRAGMA user_version = 1;
        """;

    private readonly Folder folder = new();

    private string Run => folder.In("run");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_has_epochs_with_the_fitness_of_the_population_and_the_champion_with_its_ancestors()
    {
        var result = Runs.Whole(Run, "affine, ring");
        var history = RunHistory.Read(Run);
        Assert.Equal(result with { Elapsed = default }, history.Result! with { Elapsed = default });
        Assert.Equal(result.Counters.Individuals, history.Individuals);
        Assert.Equal(result.Experiments, history.Epochs.Select(epoch => epoch.Experiment).Distinct().Count());
        Assert.All(history.Epochs, epoch => Assert.True(epoch.Population is { } spread && spread.Lowest <= spread.Median && spread.Median <= spread.Highest && spread.Highest <= epoch.BestFitness));
        Assert.Equal(result.SelectFitness, history.Champion!.SelectFitness);
        Assert.Equal(result.SearchFitness, history.Champion.Lineage[^1].Fitness);
        Assert.Equal(result.HallOfFame, history.HallOfFame);
    }

    [Fact]
    public void Random_search_has_no_population()
    {
        Runs.Whole(Run, "linear, random search");
        Assert.All(RunHistory.Read(Run).Epochs, epoch => Assert.Null(epoch.Population));
    }

    [Fact]
    public void It_knows_how_far_the_search_was_when()
    {
        Runs.Begin(Run, "linear");
        using (var run = RunFolder.Open(Run)) run.Run(new SlowTime(), cancellation: TestContext.Current.CancellationToken);
        var pace = RunHistory.Read(Run).Pace;
        Assert.NotEmpty(pace);
        Assert.All(pace.Zip(pace.Skip(1)), pair => Assert.True(pair.Second.Elapsed - pair.First.Elapsed >= TimeSpan.FromSeconds(1)));
        Assert.DoesNotContain("pace", Runs.Dump(Run), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_of_the_former_format_is_read_and_goes_on()
    {
        Runs.Whole(folder.In("whole"), "linear");
        Runs.Begin(Run, "linear");
        Change(Run, Downgrade);
        Assert.StartsWith("format 1\n", Runs.Dump(Run), StringComparison.Ordinal);
        Assert.Empty(RunHistory.Read(Run).Pace);
        Assert.All(RunHistory.Read(Run).Epochs, epoch => Assert.Null(epoch.Population));
        using (var run = RunFolder.Open(Run)) run.Run(cancellation: TestContext.Current.CancellationToken);
        Assert.StartsWith("format 2\n", Runs.Dump(Run), StringComparison.Ordinal);
        Assert.Equal(RunHistory.Read(folder.In("whole")).Result! with { Elapsed = default }, RunHistory.Read(Run).Result! with { Elapsed = default });
    }

    [Fact]
    public void A_damaged_lineage_is_said_in_one_sentence()
    {
        Runs.Whole(Run, "linear");
        Change(Run, "UPDATE lineage SET program = 'def Setup'");
        Runs.Complaint(() => RunHistory.Read(Run));
    }

    private static void Change(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path}/run.db;Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }

    /// <summary>A clock that goes on by a second at each look.</summary>
    private sealed class SlowTime : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref now);
    }
}
