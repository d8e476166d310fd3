using System.Text.RegularExpressions;

namespace AutoMLZero.Cli.Tests;

public partial class BenchTests
{
    private static readonly string[] Short = ["bench", "--max-time", "5s"];

    [Fact]
    public void Bench_shows_a_table_beside_the_reference()
    {
        var run = Cli.RunWith(Short, new StoppedTime(TimeSpan.FromSeconds(1)));
        Assert.Equal(0, run.ExitCode);
        Snapshot.Matches("bench", Memory().Replace(run.Output, "  F   peak memory of A  (differs)"));
    }

    [Fact]
    public void JSON_has_a_line_a_row()
    {
        var rows = Cli.RunWith([.. Short, "--json"], new StoppedTime(TimeSpan.FromSeconds(1))).JsonLines();
        Assert.Equal(["A", "B", "C", "D", "E", "F"], rows.Select(row => row.GetProperty("row").GetString()));
        Assert.All(rows[..4], row => Assert.InRange(row.GetProperty("value").GetDouble(), 1, double.MaxValue));
        Assert.Equal(40_000, rows[0].GetProperty("reference").GetDouble());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, rows[4].GetProperty("reference").ValueKind);
        Assert.Equal("MB", rows[5].GetProperty("unit").GetString());
        Assert.InRange(rows[5].GetProperty("value").GetDouble(), 10, 10_000);
    }

    [Fact]
    public void An_interrupted_measurement_has_exit_code_130()
    {
        var run = Cli.RunInterrupted(Short);
        Assert.Equal(130, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal("automlzero: interrupted", run.ErrorLines[^1]);
    }

    [GeneratedRegex("  F   peak memory of A .*")]
    private static partial Regex Memory();
}
