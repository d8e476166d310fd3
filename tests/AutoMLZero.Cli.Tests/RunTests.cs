namespace AutoMLZero.Cli.Tests;

public sealed class RunTests : IDisposable
{
    private static readonly string[] Small =
    [
        "search", "--preset", "linear", "--seed", "3", "--max-individuals", "1000",
        "--set", "experimentLength=500", "--set", "evolution.population=50", "--set", "tasks.search.train=20",
        "--set", "tasks.select.count=3", "--set", "tasks.test.count=5", "--set", "functionalCache=null",
    ];

    private readonly Files files = new();

    private string Run => files.In("run");

    public void Dispose() => files.Dispose();

    [Fact]
    public void A_search_in_a_folder_prints_what_it_prints_without_one() =>
        Assert.Equal(Cli.Run(Small).Output, Cli.Run([.. Small, "--out", Run]).Output);

    [Fact]
    public void The_number_of_workers_changes_no_output()
    {
        var expected = Cli.Run([.. Small, "--workers", "1"]).Output;
        Assert.Equal(expected, Cli.Run([.. Small, "--workers", "2"]).Output);
        Assert.Equal(expected, Cli.Run([.. Small, "--workers", "7"]).Output);
    }

    [Fact]
    public void An_interrupted_search_is_resumed_to_the_same_result()
    {
        var interrupted = Cli.RunInterrupted([.. Small, "--out", Run]);
        Assert.Equal(130, interrupted.ExitCode);
        Assert.Equal($"automlzero: interrupted; 'automlzero resume {Run}' goes on", interrupted.ErrorLines[^1]);
        var resumed = Cli.Run("resume", Run);
        Assert.Equal(0, resumed.ExitCode);
        Assert.Equal(Cli.Run(Small).Output, resumed.Output);
        Assert.Equal(resumed.Output, Cli.Run("resume", Run).Output);
        Assert.True(Cli.Run("resume", Run, "--json").JsonLines()[^1].GetProperty("individuals").GetInt64() == 1000);
    }

    [Fact]
    public void The_fast_strategy_is_kept_in_the_folder_and_resumed_to_the_same_result()
    {
        string[] fast =
        [
            .. Small, "--strategy", "fast", "--set", "strategy.restartAfter=150", "--set", "solvedAt=1",
            "--set", """islands={"count":2,"epochLength":100,"migration":"ring"}""",
        ];
        var expected = Cli.Run([.. fast, "--workers", "1"]).Output;
        Assert.Equal(expected, Cli.Run([.. fast, "--workers", "7"]).Output);
        Assert.Equal(130, Cli.RunInterrupted([.. fast, "--out", Run]).ExitCode);
        Assert.Equal(expected, Cli.Run("resume", Run).Output);
        Assert.Equal("fast", Cli.Run("resume", Run, "--json").JsonLines()[^1].GetProperty("strategy").GetString());
    }

    [Fact]
    public void The_dump_is_a_text_to_compare()
    {
        Cli.Run([.. Small, "--out", Run]);
        Cli.RunInterrupted([.. Small, "--out", files.In("other"), "--workers", "2"]);
        Cli.Run("resume", files.In("other"), "--workers", "2");
        var dump = Cli.Run("dump", Run);
        Assert.Equal(0, dump.ExitCode);
        Assert.Empty(dump.Error);
        Assert.Contains("\nresult ", dump.Output, StringComparison.Ordinal);
        Assert.Equal(dump.Output, Cli.Run("dump", files.In("other")).Output);
    }

    [Fact]
    public void Bad_folders_are_one_sentence_each()
    {
        Cli.Run([.. Small, "--out", Run]);
        Directory.CreateDirectory(files.In("full"));
        files.Write("full/notes.txt", "mine");
        Directory.CreateDirectory(files.In("damaged"));
        files.Write("damaged/run.db", "not a database");
        (string Name, string[] Args)[] cases =
        [
            ("no folder", ["resume", files.In("missing")]),
            ("no run to dump", ["dump", files.In("missing")]),
            ("a run is there", [.. Small, "--out", Run]),
            ("something else is there", [.. Small, "--out", files.In("full")]),
            ("a file", [.. Small, "--out", files.In("full/notes.txt")]),
            ("damaged", ["resume", files.In("damaged")]),
            ("damaged, to dump", ["dump", files.In("damaged")]),
        ];
        var text = new StringWriter { NewLine = "\n" };
        foreach (var (name, args) in cases)
        {
            var run = Cli.Run(args);
            Assert.Equal((name, 2), (name, run.ExitCode));
            Assert.Empty(run.Output);
            text.WriteLine($"{name}: {Assert.Single(run.ErrorLines).Replace(files.Root, "DIRECTORY", StringComparison.Ordinal)}");
        }

        Snapshot.Matches("bad-folders", text.ToString());
    }
}
