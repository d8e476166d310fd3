namespace AutoMLZero.Cli.Tests.Insight;

/// <summary>explain, simplify and export of the folder of a search.</summary>
public sealed class InsightOfRunTests : IDisposable
{
    private readonly Files files = new();

    public InsightOfRunTests() => Cli.Run(
        "search", "--preset", "linear", "--seed", "3", "--max-individuals", "1000", "--out", Run, "--set", "experimentLength=1000",
        "--set", "evolution.population=50", "--set", "tasks.search.train=20", "--set", "tasks.select.count=3", "--set", "tasks.test.count=5");

    private string Run => files.In("run");

    public void Dispose() => files.Dispose();

    [Fact]
    public void Its_best_program_is_looked_at_on_its_tasks()
    {
        var line = Assert.Single(Cli.Run("explain", "--run", Run, "--json").JsonLines());
        var best = string.Join('\n', File.ReadAllLines(files.In("run/best.txt")).Where(text => !text.StartsWith('#')));
        Assert.Equal(best.Trim(), line.GetProperty("program").GetString()!.Trim());
        Assert.Equal(SelectionFitness(best), line.GetProperty("fitness").GetDouble());
    }

    [Fact]
    public void Another_program_can_be_looked_at_on_its_tasks() =>
        Assert.Equal(SelectionFitness("def Setup():\ndef Predict():\ndef Learn():\n  NoOp()"), Assert.Single(
            Cli.Run("explain", files.Write("empty.txt", "def Setup():\ndef Predict():\ndef Learn():"), "--run", Run, "--json").JsonLines()).GetProperty("fitness").GetDouble());

    [Fact]
    public void It_is_simplified_on_its_tasks()
    {
        var line = Assert.Single(Cli.Run("simplify", "--run", Run, "--json").JsonLines());
        Assert.True(line.GetProperty("fitness").GetDouble() > line.GetProperty("fitnessBefore").GetDouble() - 0.001);
        Assert.Equal(20, line.GetProperty("linesBefore").GetInt32());
    }

    [Theory]
    [InlineData("csharp")]
    [InlineData("numpy")]
    [InlineData("c")]
    [InlineData("latex")]
    [InlineData("dot")]
    [InlineData("onnx")]
    public void It_is_exported(string format)
    {
        var run = Cli.Run("export", "--run", Run, "--format", format, "--out", files.In("exported"));
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(new FileInfo(files.In("exported")).Length > 100);
    }

    private double SelectionFitness(string program) => Assert.Single(Cli.Run(
        "evaluate", files.Write("program.txt", program), "--preset", "linear", "--seed", "3", "--split", "select", "--set", "tasks.select.count=3", "--json").JsonLines())
        .GetProperty("fitness").GetDouble();
}
