using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tests.Experiments;
using Microsoft.Data.Sqlite;

namespace AutoMLZero.Runs.Tests;

public sealed class RunFolderTests : IDisposable
{
    private readonly Folder folder = new();

    private string Path => folder.In("run");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_finds_what_a_search_without_a_folder_finds()
    {
        var expected = new ExperimentSeries(SmallRuns.Spec("linear"), Runs.Seed).Run(TestContext.Current.CancellationToken);
        Assert.Equal(expected with { Elapsed = default }, Runs.Whole(Path, "linear") with { Elapsed = default });
    }

    [Fact]
    public void It_holds_spec_database_and_best_program()
    {
        var result = Runs.Whole(Path, "linear");
        Assert.Equal(["best.txt", "run.db", "run.lock", "spec.json"], Directory.GetFiles(Path).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(SmallRuns.Spec("linear"), SpecReader.Read(File.ReadAllText(System.IO.Path.Combine(Path, "spec.json")), "spec"));
        Assert.Equal(result.Program, ProgramParser.Parse(File.ReadAllText(System.IO.Path.Combine(Path, "best.txt"))));
    }

    [Fact]
    public void A_run_at_its_end_is_not_searched_again()
    {
        var result = Runs.Whole(Path, "linear");
        var dump = Runs.Dump(Path);
        using (var run = RunFolder.Open(Path))
        {
            Assert.Equal(result, run.Result);
            Assert.Equal(result, run.Run(cancellation: new CancellationToken(true)));
        }

        Assert.Equal(dump, Runs.Dump(Path));
    }

    [Fact]
    public void An_interrupted_run_has_no_result_but_a_program()
    {
        Assert.Equal(StopReason.Canceled, Runs.Begin(Path, "affine, ring").Stop);
        using var run = RunFolder.Open(Path);
        Assert.Null(run.Result);
        Assert.Contains("not at its end", Runs.Dump(Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_whose_time_was_over_goes_on_when_it_is_given_more()
    {
        var spec = SmallRuns.Spec("linear");
        var expected = Runs.Whole(folder.In("whole"), "linear");
        using (var run = RunFolder.Create(Path, spec with { Budget = spec.Budget with { Time = TimeSpan.FromSeconds(3) } }, Runs.Seed))
        {
            Assert.Equal(StopReason.TimeSpent, run.Run(new SecondsTime(), cancellation: TestContext.Current.CancellationToken).Stop);
        }

        using (var run = RunFolder.Open(Path))
        {
            Assert.Equal(StopReason.TimeSpent, run.Run(new SecondsTime(), cancellation: TestContext.Current.CancellationToken).Stop);
            var result = run.Run(new SecondsTime(), maxTime: TimeSpan.FromHours(1), cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(expected with { Elapsed = default }, result with { Elapsed = default });
            Assert.True(result.Elapsed > TimeSpan.FromSeconds(3));
        }
    }

    [Fact]
    public void Champions_come_with_their_lineage()
    {
        var result = Runs.Whole(Path, "affine, ring");
        using var connection = new SqliteConnection($"Data Source={Path}/run.db;Mode=ReadOnly;Pooling=False");
        connection.Open();
        var champions = connection.Query("SELECT experiment, champion, program FROM champions", row => (row.GetInt32(0), row.GetInt32(1), row.GetString(2)));
        Assert.Equal(result.Experiments, champions.Select(champion => champion.Item1).Distinct().Count());
        Assert.Contains(result.Program!.ToString(), champions.Select(champion => champion.Item3));
        foreach (var (experiment, champion, program) in champions)
        {
            var steps = connection.Query(
                "SELECT step, program FROM lineage WHERE experiment = $e AND champion = $c ORDER BY step",
                row => (Step: row.GetInt64(0), Program: row.GetString(1)),
                ("$e", experiment),
                ("$c", champion));
            Assert.Equal(0, steps[0].Step);
            Assert.Equal(Analysis.EffectiveProgram.Create(ProgramParser.Parse(program)).Hash, Analysis.EffectiveProgram.Create(ProgramParser.Parse(steps[^1].Program)).Hash);
        }
    }

    [Fact]
    public void A_spec_without_a_JSON_form_cannot_be_kept()
    {
        var spec = SmallRuns.Spec("linear");
        spec = spec with { Tasks = spec.Tasks with { Search = new OwnTasks(spec.Tasks.Search) } };
        Assert.Contains("cannot be kept in a folder", Runs.Complaint(() => RunFolder.Create(Path, spec, 1)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path));
    }

    private sealed record OwnTasks(TaskSource Inner) : TaskSource
    {
        public override int Count => Inner.Count;

        public override int Dimension => Inner.Dimension;

        public override int TrainExamples => Inner.TrainExamples;

        public override int ValidExamples => Inner.ValidExamples;

        public override long TrainingSteps => Inner.TrainingSteps;

        public override AutoMLZero.Tasks.TaskSet Create(ulong seed) => Inner.Create(seed);

        public override System.Text.Json.Nodes.JsonObject ToJson() => throw new NotSupportedException("They are made of thin air.");
    }

    private sealed class SecondsTime : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref now);
    }
}
