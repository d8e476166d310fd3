namespace AutoMLZero.Cli.Tests;

public sealed class ReproduceTests : IDisposable
{
    private readonly Files files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void The_list_names_experiments_and_their_times()
    {
        var run = Cli.Run("reproduce", "--list");
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Snapshot.Matches("reproduce-list", run.Output);
        var names = Cli.Run("reproduce", "--list", "--json").JsonLines().Select(line => line.GetProperty("name").GetString());
        Assert.Equal(["difficulty", "nonlinear", "champion", "from-scratch", "few-examples", "fast-training", "multiclass", "ablation"], names);
    }

    [Theory]
    [InlineData("few-examples")]
    [InlineData("--all")]
    public void Missing_data_is_bad_input_and_says_how_to_get_it(string what)
    {
        var run = Cli.Run("reproduce", what, "--scale", "tiny", "--out", files.In("out"));
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            "automlzero: there is no CIFAR-10 in '/no-such-folder/cifar10': cifar-10-binary.tar.gz is missing; 'automlzero data get cifar10' gets it\n",
            run.Error);
        Assert.False(Directory.Exists(files.In("out")));
    }

    [Theory]
    [InlineData("individual=5", "there is no size 'individual' of nonlinear, expected one of experiments, individuals, search-tasks, test-tasks, test-train, train")]
    [InlineData("individuals=0", "the size 'individuals' is 0, expected at least 1")]
    public void Sizes_that_do_not_fit_are_bad_input(string set, string sentence)
    {
        var run = Cli.Run("reproduce", "nonlinear", "--scale", "tiny", "--set", set);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"automlzero: {sentence}\n", run.Error);
    }

    [Fact]
    public void An_experiment_prints_its_table_and_keeps_its_summary()
    {
        string[] args = ["reproduce", "nonlinear", "--scale", "tiny", "--set", "individuals=200", "--set", "test-train=100", "--out", files.In("out")];
        var run = Cli.Run(args);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("root mean squared error of the built-in network", run.Output, StringComparison.Ordinal);
        Assert.Contains("--set individuals=200 --set test-train=100", File.ReadAllText(Path.Combine(files.In("out"), "nonlinear", "summary.md")), StringComparison.Ordinal);
        var json = Assert.Single(Cli.Run([.. args, "--json"]).JsonLines());
        Assert.Equal("nonlinear", json.GetProperty("name").GetString());
        Assert.Equal(200, json.GetProperty("sizes").GetProperty("individuals").GetInt64());
    }
}
