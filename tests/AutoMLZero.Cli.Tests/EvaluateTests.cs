namespace AutoMLZero.Cli.Tests;

public class EvaluateTests
{
    private const string ConstantPrograms =
        """
        # 0: nothing
        def Setup():
        def Predict():
        def Learn():
        # 1: a constant
        def Setup():
        def Predict():
          s1 = 3
        def Learn():
        """;

    private const string Tasks =
        """
        {"dimension": 1, "scalars": 2, "vectors": 1, "matrices": 0, "combine": "mean", "maxAbsError": 100, "tasks": [
         {"name": "threes", "kind": "regression", "epochs": 1, "train": {"x": [[1]], "y": [3]}, "valid": {"x": [[1]], "y": [3]}},
         {"name": "fours", "kind": "regression", "epochs": 1, "train": {"x": [[1]], "y": [4]}, "valid": {"x": [[1]], "y": [4]}}]}
        """;

    [Fact]
    public void Programs_of_a_file_are_rows_of_a_table()
    {
        var run = RunFiles();
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Snapshot.Matches("evaluate", run.Output);
    }

    [Fact]
    public void Programs_of_a_file_are_lines_of_JSON()
    {
        var lines = RunFiles("--json").JsonLines();
        Assert.Equal([0, 1], lines.Select(line => line.GetProperty("index").GetInt32()));
        var fitness = lines[1].GetProperty("taskFitness").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        Assert.Equal(1, fitness[0]);
        Assert.Equal(0.5, fitness[1], 12);
        Assert.Equal(0.75, lines[1].GetProperty("fitness").GetDouble(), 12);
    }

    [Fact]
    public void A_preset_without_a_split_means_its_unseen_tasks()
    {
        var run = Cli.Run("evaluate", "linear", "--preset", "linear", "--json");
        Assert.Equal(run, Cli.Run("evaluate", "linear", "--preset", "linear", "--split", "test", "--seed", "1", "--json"));
        Assert.NotEqual(run, Cli.Run("evaluate", "linear", "--preset", "linear", "--split", "select", "--json"));
        Assert.NotEqual(run, Cli.Run("evaluate", "linear", "--preset", "linear", "--seed", "2", "--json"));
        var line = Assert.Single(run.JsonLines());
        Assert.Equal(100, line.GetProperty("taskFitness").GetArrayLength());
        Assert.True(line.GetProperty("fitness").GetDouble() > 0.99, run.Output);
    }

    [Theory]
    [InlineData("search", 10)]
    [InlineData("select", 100)]
    [InlineData("test", 100)]
    public void A_split_has_the_tasks_of_the_preset(string split, int tasks)
    {
        var run = Cli.Run("evaluate", "linear", "--preset", "linear", "--split", split, "--json");
        Assert.Equal(tasks, Assert.Single(run.JsonLines()).GetProperty("taskFitness").GetArrayLength());
    }

    [Fact]
    public void Interrupted_evaluation_says_so_with_exit_code_130()
    {
        var run = Cli.RunInterrupted("evaluate", "linear", "--preset", "linear");
        Assert.Equal(130, run.ExitCode);
        Assert.Equal("automlzero: interrupted\n", run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void The_sample_tasks_can_be_learned()
    {
        var line = Assert.Single(Cli.Run("evaluate", "affine", "--tasks", Path.Combine(Repository.Root, "samples", "sum.json"), "--json").JsonLines());
        Assert.True(line.GetProperty("fitness").GetDouble() > 0.99, line.ToString());
    }

    private static Cli RunFiles(params string[] options)
    {
        using var files = new Files();
        var programs = files.Write("programs.txt", ConstantPrograms);
        return Cli.Run(["evaluate", programs, "--tasks", files.Write("tasks.json", Tasks), .. options]);
    }
}
