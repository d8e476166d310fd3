using System.Text.Json;

namespace AutoMLZero.Cli.Tests;

public class ConformanceTests
{
    private const int ProgramsOfATag = 116;

    [Theory]
    [InlineData("f4")]
    [InlineData("f4-large")]
    [InlineData("f8")]
    [InlineData("f16")]
    public void Evaluate_agrees_with_independent_implementations(string tag)
    {
        Assert.True(Directory.Exists(Repository.Shared("conformance")), $"the conformance programs are missing, expected in {Repository.Shared("conformance")}");
        var run = Cli.Run("evaluate", In($"programs-{tag}.txt"), "--tasks", In($"tasks-{tag}.json"), "--json");
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        var expected = File.ReadLines(In($"expected-{tag}.jsonl")).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToArray();
        var found = run.JsonLines();
        Assert.Equal(ProgramsOfATag, expected.Length);
        Assert.Equal(ProgramsOfATag, found.Length);
        foreach (var (want, got) in expected.Zip(found)) Agree(want, got);
    }

    private static void Agree(JsonElement expected, JsonElement found)
    {
        var index = expected.GetProperty("index").GetInt32();
        Assert.Equal(index, found.GetProperty("index").GetInt32());
        var tasks = expected.GetProperty("taskFitness").EnumerateArray().ToArray();
        Assert.Equal(tasks.Length, found.GetProperty("taskFitness").GetArrayLength());
        Close(expected.GetProperty("fitness"), found.GetProperty("fitness"), $"program {index}");
        foreach (var (want, got) in tasks.Zip(found.GetProperty("taskFitness").EnumerateArray())) Close(want, got, $"program {index}, a task");
    }

    private static void Close(JsonElement expected, JsonElement found, string where)
    {
        var distance = Math.Abs(expected.GetDouble() - found.GetDouble());
        Assert.True(distance <= 1e-9, $"{where}: expected {expected}, found {found}");
    }

    private static string In(string file) => Repository.Shared("conformance", file);
}
