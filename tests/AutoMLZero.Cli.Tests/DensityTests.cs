namespace AutoMLZero.Cli.Tests;

public class DensityTests
{
    private static readonly string[] Small = ["density", "--preset", "linear", "--samples", "500", "--seed", "2"];

    [Fact]
    public void Density_says_how_difficult_the_task_is_at_least()
    {
        var run = Cli.Run(Small);
        Assert.Equal(0, run.ExitCode);
        Snapshot.Matches("density", run.Output);
        Assert.Equal("took 0:00:00, 500,000 programs a second\n", run.Error);
    }

    [Fact]
    public void The_same_seed_gives_the_same_output() => Assert.Equal(Cli.Run(Small), Cli.Run(Small));

    [Fact]
    public void JSON_says_what_cannot_be_known_by_null()
    {
        var done = Assert.Single(Cli.Run([.. Small, "--json"]).JsonLines());
        Assert.Equal(500, done.GetProperty("samples").GetInt64());
        Assert.Equal(0, done.GetProperty("acceptable").GetInt64());
        Assert.Equal(0, done.GetProperty("density").GetDouble());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, done.GetProperty("difficulty").ValueKind);
        Assert.InRange(done.GetProperty("difficultyLow").GetDouble(), 2, 3);
    }

    [Fact]
    public void An_interrupted_estimate_has_exit_code_130()
    {
        var run = Cli.RunInterrupted(Small);
        Assert.Equal(130, run.ExitCode);
        Assert.Equal("automlzero: interrupted", run.ErrorLines[^1]);
        Assert.StartsWith("linear, seed 2: 0 of 0 ", run.Output, StringComparison.Ordinal);
    }
}
