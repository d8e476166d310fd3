using AutoMLZero.Language;

namespace AutoMLZero.Cli.Tests.Insight;

public sealed class SimplifyTests : IDisposable
{
    private const string Bloated =
        """
        def Setup():
          s2 = 0.02; s4 = 0.5; s5 = 9
          v3 = v4 + v4
        def Predict():
          v5 = v0 - v4
          s1 = dot(v1, v5)
          s6 = 1e-9
          s1 = s1 + s6
        def Learn():
          s3 = s0 - s1; s7 = s2 * s4; s3 = s7 * s3; v2 = s3 * v0; v1 = v1 + v2
        """;

    private static readonly string[] Small = ["--preset", "linear", "--seed", "2", "--split", "test", "--set", "tasks.test.count=2"];

    private readonly Files files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Without_tasks_predictions_stay_the_same() => Matches("simplify", Cli.Run("simplify", Program));

    [Fact]
    public void With_tasks_fitness_may_change_a_little() => Matches("simplify-preset", Cli.Run(["simplify", Program, .. Small]));

    [Fact]
    public void JSON_has_program_and_front()
    {
        var line = Assert.Single(Cli.Run(["simplify", Program, .. Small, "--json"]).JsonLines());
        var program = ProgramParser.Parse(line.GetProperty("program").GetString()!);
        Assert.Equal(program.Length, line.GetProperty("lines").GetInt32());
        Assert.Equal(13, line.GetProperty("linesBefore").GetInt32());
        Assert.True(line.GetProperty("cost").GetDouble() < line.GetProperty("costBefore").GetDouble());
        Assert.True(line.GetProperty("fitness").GetDouble() > line.GetProperty("fitnessBefore").GetDouble() - 0.001);
        var costs = line.GetProperty("front").EnumerateArray().Select(member => member.GetProperty("cost").GetDouble()).ToArray();
        Assert.Equal(costs.Order(), costs);
        Assert.Equal(13, Assert.Single(Cli.Run("simplify", Program, "--json").JsonLines()).GetProperty("linesBefore").GetInt32());
    }

    [Fact]
    public void A_tolerance_of_everything_leaves_nothing() =>
        Assert.StartsWith("def Setup():\ndef Predict():\ndef Learn():\n", Cli.Run(["simplify", Program, .. Small, "--tolerance", "1"]).Output, StringComparison.Ordinal);

    private string Program => files.Write("program.txt", Bloated);

    private static void Matches(string snapshot, Cli run)
    {
        Assert.Equal(0, run.ExitCode);
        Snapshot.Matches(snapshot, run.Output);
    }
}
