namespace AutoMLZero.Cli.Tests;

/// <summary>Reports of runs, and comparisons.</summary>
public sealed class ReportTests : IDisposable
{
    private static readonly string[] Small =
    [
        "search", "--preset", "linear", "--max-individuals", "1000", "--set", "experimentLength=500", "--set", "evolution.population=50", "--set", "tasks.search.count=2",
        "--set", "tasks.test.count=10", "--set", "tasks.select.count=5",
    ];

    private readonly Files files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void A_report_is_a_page_with_pictures()
    {
        Search("run");
        var report = Cli.Run("report", files.In("run"));
        Assert.Equal(0, report.ExitCode);
        Snapshot.Matches("report", Named(report.Output));
        Assert.Contains("automlzero search --preset linear --seed 1 --set evolution.population=50", File.ReadAllText(files.In("run/report/report.html")), StringComparison.Ordinal);
        Assert.Equal(0, Cli.Run("resume", files.In("run")).ExitCode);
    }

    [Fact]
    public void A_report_goes_into_another_folder_and_says_so_to_programs()
    {
        Search("run");
        var done = Cli.Run("report", files.In("run"), "--out", files.In("pages"), "--json").JsonLines()[^1];
        foreach (var file in done.GetProperty("files").EnumerateArray()) Assert.True(File.Exists(file.GetString()), file.GetString());
        Assert.Equal(4, done.GetProperty("programs").GetArrayLength());
        Assert.False(Directory.Exists(files.In("run/report")));
    }

    [Fact]
    public void A_report_of_a_table_compares_with_programs_that_suit_it()
    {
        var table = Path.Combine(Repository.Root, "samples", "houses.csv");
        Assert.Equal(0, Cli.Run("search", "--csv", table, "--target", "price", "--max-individuals", "300", "--set", "experimentLength=300", "--out", files.In("run")).ExitCode);
        var report = Cli.Run("report", files.In("run"));
        Assert.Equal(0, report.ExitCode);
        Assert.Contains("linear model ", report.Output, StringComparison.Ordinal);
        Assert.Contains("With one task there is no test", File.ReadAllText(files.In("run/report/report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_are_compared_in_a_table()
    {
        Search("evolution");
        Search("random", "--set", "method=random");
        Search("other-seed", "--seed", "2");
        var comparison = Cli.Run("compare", files.In("evolution"), files.In("random"), files.In("other-seed"), "--out", files.In("pictures"));
        Assert.Equal(0, comparison.ExitCode);
        Snapshot.Matches("compare", Named(comparison.Output));
        Assert.True(File.Exists(files.In("pictures/runs.svg")));
        var lines = Cli.Run("compare", files.In("evolution"), files.In("random"), "--json").JsonLines();
        Assert.Equal(["evolution", "random"], lines[..2].Select(line => line.GetProperty("run").GetString()));
        Assert.Equal(10, lines[1].GetProperty("taskFitness").GetArrayLength());
        Assert.Equal(10, lines[2].GetProperty("testTasks").GetInt32());
    }

    [Fact]
    public void Bad_input_is_one_sentence_each()
    {
        Search("run");
        Assert.Equal(0, Cli.Run("search", "--preset", "affine", "--max-individuals", "200", "--set", "experimentLength=200", "--out", files.In("affine")).ExitCode);
        Assert.Equal(130, Cli.RunInterrupted([.. Small, "--out", files.In("empty")]).ExitCode);
        files.Write("file", "mine");
        (string Name, string[] Args)[] cases =
        [
            ("no run", ["report", files.In("missing")]),
            ("no program yet", ["report", files.In("empty")]),
            ("a file to write to", ["report", files.In("run"), "--out", files.In("file")]),
            ("no folder", ["report"]),
            ("one run", ["compare", files.In("run")]),
            ("no run to compare", ["compare", files.In("run"), files.In("missing")]),
            ("different presets", ["compare", files.In("run"), files.In("affine")]),
        ];
        var text = new StringWriter { NewLine = "\n" };
        foreach (var (name, args) in cases)
        {
            var run = Cli.Run(args);
            Assert.Equal((name, 2), (name, run.ExitCode));
            Assert.Empty(run.Output);
            Assert.InRange(run.ErrorLines.Length, 1, 2);
            text.WriteLine($"{name}: {Named(run.ErrorLines[0])}");
        }

        Snapshot.Matches("bad-reports", text.ToString());
    }

    private void Search(string folder, params string[] options) => Assert.Equal(0, Cli.Run([.. Small, .. options, "--out", files.In(folder)]).ExitCode);

    private string Named(string text) => text.Replace(files.Root, "DIRECTORY", StringComparison.Ordinal);
}
