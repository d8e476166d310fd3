using AutoMLZero.Language;

namespace AutoMLZero.Cli.Tests;

public sealed class TuneTests : IDisposable
{
    private static readonly string[] Small =
    [
        "tune", "linear", "--preset", "linear", "--evaluations", "40", "--set", "tasks.select.count=3", "--set", "tasks.select.train=50",
        "--set", "tasks.test.count=5", "--set", "tasks.test.train=50",
    ];

    private readonly Files files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void It_prints_program_constants_and_what_tuning_is_worth()
    {
        var run = Cli.Run(Small);
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Snapshot.Matches("tune", run.Output);
    }

    [Fact]
    public void The_number_of_workers_changes_no_output() =>
        Assert.Equal(Cli.Run([.. Small, "--workers", "1"]).Output, Cli.Run([.. Small, "--workers", "3"]).Output);

    [Theory]
    [InlineData("cma-es")]
    [InlineData("random")]
    public void JSON_and_the_file_have_the_program_whose_fitness_is_reported(string method)
    {
        var file = files.In("tuned.txt");
        var tuned = Assert.Single(Cli.Run([.. Small, "--method", method, "--out", file, "--json"]).JsonLines());
        Assert.Equal((method, 40), (tuned.GetProperty("method").GetString(), tuned.GetProperty("evaluations").GetInt64()));
        Assert.True(tuned.GetProperty("selectFitness").GetDouble() > tuned.GetProperty("selectFitnessBefore").GetDouble());
        Assert.Equal(File.ReadAllText(file), tuned.GetProperty("program").GetString());
        foreach (var (program, split, field) in new[]
        {
            ("linear", "select", "selectFitnessBefore"), (file, "select", "selectFitness"), ("linear", "test", "testFitnessBefore"), (file, "test", "testFitness"),
        })
        {
            var evaluated = Cli.Run(["evaluate", program, "--preset", "linear", "--split", split, "--json", .. Small[6..]]).JsonLines()[0];
            Assert.Equal(evaluated.GetProperty("fitness").GetDouble(), tuned.GetProperty(field).GetDouble());
        }
    }

    [Fact]
    public void The_best_program_of_a_run_is_tuned_for_its_tasks()
    {
        string[] search = ["search", "--preset", "linear", "--max-individuals", "300", "--set", "tasks.test.count=3", "--set", "tasks.select.count=3"];
        var found = Cli.Run([.. search, "--out", files.In("run"), "--json"]).JsonLines()[^1];
        var tuned = Cli.Run("tune", "--run", files.In("run"), "--evaluations", "5", "--json").JsonLines()[^1];
        Assert.Equal(found.GetProperty("selectFitness").GetDouble(), tuned.GetProperty("selectFitnessBefore").GetDouble());
        Assert.Equal(found.GetProperty("testFitness").GetDouble(), tuned.GetProperty("testFitnessBefore").GetDouble());
    }

    [Fact]
    public void A_program_is_tuned_for_a_table()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 60).Select(i => $"{i},{i * i % 7},{(3 * i) - 5}"));
        var table = files.Write("table.csv", $"a,b,y\n{rows}\n");
        var tuned = Cli.Run("tune", "affine", "--csv", table, "--target", "y", "--evaluations", "20", "--json").JsonLines()[^1];
        Assert.True(tuned.GetProperty("selectFitness").GetDouble() > tuned.GetProperty("selectFitnessBefore").GetDouble());
        Assert.True(tuned.GetProperty("testFitness").GetDouble() > tuned.GetProperty("testFitnessBefore").GetDouble());
    }

    [Fact]
    public void A_search_tunes_its_champions_when_the_spec_says_so()
    {
        string[] search =
        [
            "search", "--preset", "linear", "--max-individuals", "200", "--set", "tasks.test.count=3", "--set", "tasks.select.count=3",
            "--set", """start={"kind": "program", "program": "linear"}""", "--set", """tuning={"method": "random", "evaluations": 20}""",
            "--set", "solvedAt=1", "--out", files.In("run"),
        ];
        var run = Cli.Run(search);
        Assert.Matches(@"selection tasks  [\d.]+ \(tuned by random search with 20 programs; 0\.\d+ before\)", run.Output);
        Assert.Equal(run.Output, Cli.Run("resume", files.In("run")).Output);
        var tuning = Cli.Run("resume", files.In("run"), "--json").JsonLines()[^1].GetProperty("tuning");
        Assert.Equal(("random", 20), (tuning.GetProperty("method").GetString(), tuning.GetProperty("evaluations").GetInt64()));
        Assert.NotNull(ProgramParser.Parse(tuning.GetProperty("programBefore").GetString()!));
        Assert.Contains("\ntuning experiment=0 ", Cli.Run("dump", files.In("run")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Interrupted_tuning_ends_with_130()
    {
        var run = Cli.RunInterrupted(Small);
        Assert.Equal((130, "automlzero: interrupted"), (run.ExitCode, run.ErrorLines[^1]));
    }

    [Fact]
    public void Bad_input_is_one_sentence_each()
    {
        (string Name, string[] Args)[] cases =
        [
            ("no tasks", ["tune", "linear"]),
            ("several tasks", ["tune", "linear", "--preset", "linear", "--run", "x"]),
            ("no program", ["tune", "--preset", "linear"]),
            ("no such program", ["tune", "linaer", "--preset", "linear"]),
            ("no such run", ["tune", "--run", files.In("missing")]),
            ("seed of a run", ["tune", "--run", files.In("missing"), "--seed", "2"]),
            ("no such method", [.. Small, "--method", "grid"]),
            ("no evaluations", ["tune", "linear", "--preset", "linear", "--evaluations", "0"]),
            ("no target", ["tune", "linear", "--csv", "x.csv"]),
            ("no method in a spec", ["search", "--preset", "linear", "--set", "tuning.method=random"]),
        ];
        var text = new StringWriter { NewLine = "\n" };
        foreach (var (name, args) in cases)
        {
            var run = Cli.Run(args);
            Assert.Equal((name, 2), (name, run.ExitCode));
            Assert.Empty(run.Output);
            text.WriteLine($"{name}: {run.ErrorLines[0].Replace(files.Root, "DIRECTORY", StringComparison.Ordinal)}");
        }

        Snapshot.Matches("bad-tuning", text.ToString());
    }
}
