using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tests.Experiments;
using Microsoft.Data.Sqlite;

namespace AutoMLZero.Runs.Tests;

/// <summary>What is wrong with a folder is said in one sentence, and nothing is destroyed.</summary>
public sealed class ProblemTests : IDisposable
{
    private readonly Folder folder = new();

    private string Run => folder.In("run");

    private string Database => Path.Combine(Run, "run.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_that_holds_something_is_not_used()
    {
        Directory.CreateDirectory(Run);
        File.WriteAllText(Path.Combine(Run, "thesis.tex"), "x");
        Assert.Equal($"the folder '{Run}' holds 'thesis.tex', expected an empty or a new folder", Complaint(() => Create()));
        Assert.Equal(["thesis.tex"], Directory.GetFiles(Run).Select(Path.GetFileName));
    }

    [Fact]
    public void A_spec_of_somebody_else_is_not_overwritten()
    {
        Directory.CreateDirectory(Run);
        File.WriteAllText(Path.Combine(Run, "spec.json"), "{}");
        Assert.Contains("holds 'spec.json'", Complaint(() => Create()), StringComparison.Ordinal);
        Assert.Equal("{}", File.ReadAllText(Path.Combine(Run, "spec.json")));
    }

    [Fact]
    public void A_run_is_not_overwritten()
    {
        Runs.Begin(Run, "linear");
        var before = File.ReadAllBytes(Database);
        Assert.Contains("there is a run in", Complaint(() => Create()), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Database));
    }

    [Fact]
    public void What_a_process_left_that_was_ended_while_it_began_is_no_obstacle()
    {
        RunFolder.Create(Run, SmallRuns.Spec("linear"), Runs.Seed).Dispose();
        File.Move(Database, Database + ".new");
        File.WriteAllText(Path.Combine(Run, "spec.json.new"), "{");
        Assert.Contains("there is no run in", Complaint(() => RunFolder.Open(Run)), StringComparison.Ordinal);
        Create().Dispose();
        RunFolder.Open(Run).Dispose();
    }

    [Fact]
    public void A_file_is_no_folder()
    {
        File.WriteAllText(Run, "x");
        Assert.Equal($"'{Run}' is a file, expected a folder", Complaint(() => Create()));
        Assert.Contains("there is no run in", Complaint(() => RunFolder.Open(Run)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_where_nothing_can_be_written_is_not_used()
    {
        if (!OperatingSystem.IsLinux()) return;
        Assert.StartsWith("the run folder '/proc/run' cannot be written: ", Complaint(() => RunFolder.Create("/proc/run", SmallRuns.Spec("linear"), 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_do_not_search_in_one_folder()
    {
        using (Create())
        {
            Assert.Equal($"another process searches in '{Run}', expected a run that nobody is at", Complaint(() => RunFolder.Open(Run)));
        }

        RunFolder.Open(Run).Dispose();
    }

    [Fact]
    public void A_run_of_a_newer_version_is_refused()
    {
        Runs.Begin(Run, "linear");
        Change("PRAGMA user_version = 3");
        Refused("the run in '{0}' was made by a newer version of AutoMLZero: its format is 3, expected at most 2");
    }

    [Theory]
    [InlineData("PRAGMA application_id = 7")]
    [InlineData("PRAGMA user_version = 0")]
    [InlineData("DROP TABLE meta")]
    [InlineData("DELETE FROM meta WHERE key = 'seed'")]
    [InlineData("UPDATE meta SET value = 'x' WHERE key = 'seed'")]
    public void A_database_that_is_no_run_is_refused(string change)
    {
        Runs.Begin(Run, "linear");
        Change(change);
        var before = File.ReadAllBytes(Database);
        Complaint(() => RunFolder.Open(Run));
        Complaint(() => Runs.Dump(Run));
        Assert.Equal(before, File.ReadAllBytes(Database));
    }

    [Fact]
    public void A_state_that_was_changed_is_not_resumed()
    {
        Runs.Begin(Run, "linear");
        Change("UPDATE checkpoints SET state = zeroblob(length(state))");
        using var run = RunFolder.Open(Run);
        Assert.Contains("is damaged; nothing was changed", Complaint(() => run.Run(cancellation: TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_spec_is_refused()
    {
        Runs.Begin(Run, "linear");
        var spec = Path.Combine(Run, "spec.json");
        File.WriteAllText(spec, File.ReadAllText(spec).Replace("1000", "2000", StringComparison.Ordinal));
        Assert.Contains("was changed since the run began", Complaint(() => RunFolder.Open(Run)), StringComparison.Ordinal);
        File.Delete(spec);
        RunFolder.Open(Run).Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(5000)]
    [InlineData(20_000)]
    public void A_truncated_database_is_refused(int length)
    {
        Runs.Begin(Run, "linear");
        using (var file = File.OpenWrite(Database)) file.SetLength(length);
        Refused("the database '{0}/run.db' is damaged; nothing was changed");
    }

    [Fact]
    public void Damaged_databases_are_refused_or_read_and_never_changed_when_refused()
    {
        Runs.Begin(Run, "linear");
        var whole = File.ReadAllBytes(Database);
        var random = new RandomSource(11);
        var refused = 0;
        for (var i = 0; i < 300; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var damage = 1 + random.NextInt(8); damage > 0; damage--) bytes[random.NextInt(i % 2 == 0 ? bytes.Length : 8192)] = (byte)random.NextInt(256);
            File.WriteAllBytes(Database, bytes);
            try
            {
                Runs.Dump(Run);
                RunFolder.Open(Run).Dispose();
            }
            catch (InputException)
            {
                refused++;
                Assert.Equal(bytes, File.ReadAllBytes(Database));
            }
        }

        Assert.InRange(refused, 50, 299);
    }

    [Fact]
    public void A_full_disk_ends_the_search_and_costs_nothing_that_was_written()
    {
        Runs.Whole(folder.In("whole"), "linear");
        RunFolder.Create(Run, SmallRuns.Spec("linear"), Runs.Seed).Dispose();
        using (var run = RunFolder.Open(Run))
        {
            Runs.Interrupt(run, 1, 5);
            run.LimitSize(pages: 1);
            var problem = Assert.Throws<IOException>(() => run.Run(cancellation: TestContext.Current.CancellationToken));
            Assert.Equal(
                $"the run folder '{Run}' cannot be written: the disk is full; the search has ended, and 'automlzero resume' goes on from its last checkpoint",
                problem.Message);
        }

        using (var run = RunFolder.Open(Run)) run.Run(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Runs.Dump(folder.In("whole")), Runs.Dump(Run));
    }

    private RunFolder Create() => RunFolder.Create(Run, SmallRuns.Spec("linear"), Runs.Seed);

    private static string Complaint(Action action) => Runs.Complaint(action);

    private void Refused(string sentence)
    {
        var before = File.ReadAllBytes(Database);
        var expected = string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, Run);
        Assert.Equal(expected, Complaint(() => RunFolder.Open(Run)));
        Assert.Equal(expected, Complaint(() => Runs.Dump(Run)));
        Assert.Equal(before, File.ReadAllBytes(Database));
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }
}
