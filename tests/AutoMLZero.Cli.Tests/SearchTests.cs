using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Cli.Tests;

public class SearchTests
{
    private static readonly string[] Small =
    [
        "search", "--preset", "linear", "--seed", "3", "--max-individuals", "1000",
        "--set", "experimentLength=500", "--set", "evolution.population=50", "--set", "tasks.search.train=20",
        "--set", "tasks.select.count=3", "--set", "tasks.test.count=5", "--set", "functionalCache=null",
    ];

    private static readonly string[] Outcomes = ["rejected", "cached", "partial", "evaluated"];

    private static readonly string[] Solved = [.. Small, "--set", "solvedAt=0.2"];

    [Fact]
    public void A_search_ends_with_its_program_fitness_and_counters()
    {
        var run = Cli.Run(Small);
        Assert.Equal(0, run.ExitCode);
        Snapshot.Matches("search", run.Output);
        Assert.Equal("took 0:00:00, 1,000,000 individuals a second\n", run.Error);
    }

    [Fact]
    public void A_solved_search_says_so() => Assert.StartsWith("linear, seed 3: solved\n", Cli.Run(Solved).Output, StringComparison.Ordinal);

    [Fact]
    public void The_same_seed_gives_the_same_output_and_another_seed_another()
    {
        var slow = new StoppedTime(TimeSpan.FromMilliseconds(7));
        Assert.Equal(Cli.Run(Small).Output, Cli.RunWith(Small, slow).Output);
        Assert.NotEqual(Cli.Run(Small).Output, Cli.Run([.. Small.Select(arg => arg == "3" ? "4" : arg)]).Output);
    }

    [Fact]
    public void JSON_ends_with_all_that_was_found()
    {
        var run = Cli.Run([.. Solved, "--json"]);
        var done = run.JsonLines()[^1];
        Assert.Equal("done", done.GetProperty("event").GetString());
        Assert.Equal("linear", done.GetProperty("preset").GetString());
        Assert.Equal("faithful", done.GetProperty("strategy").GetString());
        Assert.Equal(3, done.GetProperty("seed").GetInt64());
        Assert.True(done.GetProperty("success").GetBoolean());
        Assert.True(done.GetProperty("selectFitness").GetDouble() >= 0.2);
        Assert.Equal(1, done.GetProperty("experiments").GetInt64());
        Assert.Equal(
            done.GetProperty("generated").GetInt64(),
            Outcomes.Sum(counter => done.GetProperty(counter).GetInt64()));
        Assert.Equal(0, done.GetProperty("seconds").GetDouble());
        var program = done.GetProperty("program").GetString()!;
        Assert.Equal(program, ProgramParser.Parse(program).ToString());
    }

    [Theory]
    [InlineData("linear")]
    [InlineData("affine")]
    public void The_fast_strategy_finds_what_the_faithful_one_does_not_in_so_few_individuals(string preset)
    {
        string[] args = ["search", "--preset", preset, "--strategy", "fast", "--set", "tasks.select.count=5", "--set", "tasks.test.count=5", "--json"];
        var done = Cli.Run([.. args, "--max-individuals", "60000", "--seed", "6"]).JsonLines()[^1];
        Assert.Equal("fast", done.GetProperty("strategy").GetString());
        Assert.True(done.GetProperty("success").GetBoolean());
        Assert.True(done.GetProperty("rejected").GetInt64() > 0);
        Assert.Equal(
            done.GetProperty("generated").GetInt64(),
            Outcomes.Sum(counter => done.GetProperty(counter).GetInt64()));
    }

    [Fact]
    public void A_strategy_and_its_parts_are_searched_in_spec_files_too()
    {
        using var files = new Files();
        var file = files.Write("spec.json", Presets.Json("linear"));
        string[] fast = ["--strategy", "fast", "--set", "strategy.founders=5", "--set", "strategy.restartAfter=200"];
        Assert.Equal(Cli.Run([.. Small, .. fast]), Cli.Run(["search", file, .. Small[3..], .. fast]));
        var own = files.Write("own.json", SpecWriter.Write(Strategies.Load(Presets.Json("linear"), "linear", Strategies.Fast)));
        var (given, plain) = (Cli.Run(["search", own, .. Small[3..], "--json"]).JsonLines()[^1], Cli.Run(["search", own, .. Small[3..], "--json", "--strategy", "faithful"]).JsonLines()[^1]);
        Assert.Equal(("fast", "faithful"), (given.GetProperty("strategy").GetString(), plain.GetProperty("strategy").GetString()));
        Assert.NotEqual(given.GetProperty("generated").GetInt64(), plain.GetProperty("generated").GetInt64());
    }

    [Fact]
    public void The_found_program_has_the_reported_fitness()
    {
        using var files = new Files();
        var done = Cli.Run("search", "--preset", "linear", "--seed", "5", "--max-individuals", "300", "--json").JsonLines()[^1];
        var program = files.Write("found.txt", done.GetProperty("program").GetString()!);
        foreach (var (split, field) in new[] { ("search", "searchFitness"), ("select", "selectFitness"), ("test", "testFitness") })
        {
            var run = Cli.Run("evaluate", program, "--preset", "linear", "--split", split, "--seed", "5", "--json");
            Assert.Equal(done.GetProperty(field).GetDouble(), run.JsonLines()[0].GetProperty("fitness").GetDouble());
        }
    }

    [Fact]
    public void A_spec_file_is_searched_like_the_preset()
    {
        using var files = new Files();
        var file = files.Write("spec.json", Presets.Json("linear"));
        Assert.Equal(Cli.Run(Small), Cli.Run(["search", file, .. Small[3..]]));
    }

    [Fact]
    public void Time_ends_a_search()
    {
        string[] args = ["search", "--preset", "linear", "--seed", "3", "--set", "tasks.test.count=5", "--max-time", "30s"];
        var run = Cli.RunWith(args, new StoppedTime(TimeSpan.FromSeconds(1)));
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("linear, seed 3: not solved, the time is over\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_a_line_every_few_seconds_when_nobody_watches()
    {
        var run = Cli.RunWith([.. Small, "--max-time", "1h"], new StoppedTime(TimeSpan.FromSeconds(2)));
        Assert.True(run.ErrorLines.Length > 1, run.Error);
        Assert.All(run.ErrorLines[..^1], line => Assert.Matches(
            @"^experiment \d+, individuals [\d,]+, individuals a second [\d,]+, best search fitness [\d.-]+, best selection fitness [\d.-]+, elapsed [\d:]+, left [\d:]+$", line));
        Assert.Equal(Cli.Run([.. Small, "--max-time", "1h"]).Output, run.Output);
    }

    [Fact]
    public void Progress_is_a_live_display_on_a_terminal()
    {
        var run = Cli.RunWith(Small, new StoppedTime(TimeSpan.FromSeconds(1)), interactive: true);
        Assert.Contains("best search fitness", run.Error, StringComparison.Ordinal);
        Assert.Contains("experiment ", run.Error, StringComparison.Ordinal);
        Assert.Contains("def Setup():", run.Error, StringComparison.Ordinal);
        Assert.Equal(run.Error.Split("\e[?25l").Length, run.Error.Split("\e[?25h").Length);
        Assert.Equal(Cli.Run(Small).Output, run.Output);
    }

    [Fact]
    public void An_interrupted_search_shows_what_it_has_with_exit_code_130()
    {
        var run = Cli.RunInterrupted(Small);
        Assert.Equal(130, run.ExitCode);
        Assert.Equal("automlzero: interrupted", run.ErrorLines[^1]);
        Assert.StartsWith("linear, seed 3: interrupted\n", run.Output, StringComparison.Ordinal);
    }
}
