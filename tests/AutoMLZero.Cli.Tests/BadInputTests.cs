using System.Text;
using AutoMLZero.Experiments;
using AutoMLZero.Numerics;

namespace AutoMLZero.Cli.Tests;

public sealed class BadInputTests : IDisposable
{
    private const string Program = "def Setup():\ndef Predict():\n  s1 = dot(v0, v1)\ndef Learn():\n";
    private const string Tasks =
        """
        {"dimension": 2, "scalars": 4, "vectors": 3, "matrices": 1, "combine": "mean", "maxAbsError": 100,
         "tasks": [{"name": "a", "kind": "regression", "epochs": 1,
          "train": {"x": [[1, 2], [3, 4]], "y": [1, 2]}, "valid": {"x": [[5, 6]], "y": [3]}}]}
        """;

    private readonly Files files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Bad_programs_are_one_sentence_each()
    {
        var tasks = files.Write("tasks.json", Tasks);
        ErrorsMatch("bad-programs", text => ["evaluate", files.Write("program.txt", text), "--tasks", tasks], new()
        {
            ["empty"] = "",
            ["no program"] = "hello",
            ["unknown operation"] = Program.Replace("dot", "dotty", StringComparison.Ordinal),
            ["wrong type"] = Program.Replace("dot(v0, v1)", "dot(v0, s1)", StringComparison.Ordinal),
            ["address out of range"] = Program.Replace("v1", "v3", StringComparison.Ordinal),
            ["address of no byte"] = Program.Replace("v1", "v999999999999", StringComparison.Ordinal),
            ["writes the label"] = Program.Replace("s1 = dot(v0, v1)", "s0 = s1 + s2", StringComparison.Ordinal),
            ["writes the features"] = Program.Replace("s1 = dot(v0, v1)", "v0 = v1 + v2", StringComparison.Ordinal),
            ["infinite constant"] = Program.Replace("dot(v0, v1)", "1e999", StringComparison.Ordinal),
            ["no number"] = Program.Replace("dot(v0, v1)", "NaN", StringComparison.Ordinal),
            ["negative deviation"] = Program.Replace("dot(v0, v1)", "gaussian(0, -1)", StringComparison.Ordinal),
            ["missing function"] = "def Setup():\ndef Predict():\n",
        });
    }

    [Fact]
    public void Bad_tasks_are_one_sentence_each() =>
        ErrorsMatch("bad-tasks", text => ["evaluate", "linear", "--tasks", files.Write("tasks.json", text)], new()
        {
            ["empty"] = "",
            ["no JSON"] = "{\"dimension\": 2,",
            ["an array"] = "[]",
            ["missing field"] = Tasks.Replace("\"combine\": \"mean\", ", "", StringComparison.Ordinal),
            ["unknown word"] = Tasks.Replace("\"mean\"", "\"mode\"", StringComparison.Ordinal),
            ["ragged rows"] = Tasks.Replace("[3, 4]", "[3]", StringComparison.Ordinal),
            ["NaN in data"] = Tasks.Replace("[3, 4]", "[3, NaN]", StringComparison.Ordinal),
            ["infinity in data"] = Tasks.Replace("[3, 4]", "[3, 1e999]", StringComparison.Ordinal),
            ["too few labels"] = Tasks.Replace("\"y\": [1, 2]", "\"y\": [1]", StringComparison.Ordinal),
            ["zero tasks"] = Tasks[..(Tasks.IndexOf("[{", StringComparison.Ordinal) + 1)] + "]}",
            ["negative size"] = Tasks.Replace("\"dimension\": 2", "\"dimension\": -2", StringComparison.Ordinal),
            ["negative memory"] = Tasks.Replace("\"matrices\": 1", "\"matrices\": -1", StringComparison.Ordinal),
            ["zero epochs"] = Tasks.Replace("\"epochs\": 1", "\"epochs\": 0", StringComparison.Ordinal),
        });

    [Fact]
    public void Bad_specs_are_one_sentence_each()
    {
        var spec = Presets.Json("linear");
        ErrorsMatch("bad-specs", text => ["search", files.Write("spec.json", text)], new()
        {
            ["empty"] = "",
            ["no JSON"] = "search this",
            ["no fields"] = "{}",
            ["unknown field"] = spec.Replace("\"name\"", "\"title\": 1, \"name\"", StringComparison.Ordinal),
            ["unknown operation"] = spec.Replace("[56,", "[65,", StringComparison.Ordinal),
            ["negative population"] = spec.Replace("\"population\": 1000", "\"population\": -1", StringComparison.Ordinal),
            ["text for a number"] = spec.Replace("\"tournament\": 10", "\"tournament\": \"ten\"", StringComparison.Ordinal),
            ["probability above one"] = spec.Replace("\"mutationProbability\": 0.9", "\"mutationProbability\": 1.9", StringComparison.Ordinal),
            ["zero tasks"] = spec.Replace("\"count\": 10,", "\"count\": 0,", StringComparison.Ordinal),
        });
    }

    [Fact]
    public void Bad_files_are_one_sentence_each()
    {
        var source = new RandomSource(7);
        var bytes = Enumerable.Range(0, 4096).Select(_ => (byte)source.NextInt(256)).ToArray();
        var tasks = files.Write("tasks.json", Tasks);
        var random = files.Write("random.bin", bytes);
        Snapshot.Matches("bad-files", Errors(
        [
            ("missing programs", ["evaluate", files.In("missing.txt"), "--tasks", tasks]),
            ("missing tasks", ["evaluate", "linear", "--tasks", files.In("missing.json")]),
            ("missing spec", ["search", files.In("missing.json")]),
            ("missing folder", ["search", files.In("no/missing.json")]),
            ("a directory", ["search", files.Root]),
            ("a directory of programs", ["evaluate", files.Root, "--tasks", tasks]),
            ("random bytes as programs", ["evaluate", random, "--tasks", tasks]),
            ("random bytes as tasks", ["evaluate", "linear", "--tasks", random]),
            ("random bytes as spec", ["search", random]),
            ("unknown key", ["search", "--preset", "linear", "--set", "evolution.size=3"]),
            ("unknown object", ["search", "--preset", "linear", "--set", "evolving.population=3"]),
            ("value out of range", ["search", "--preset", "linear", "--set", "evolution.population=0"]),
        ]));
    }

    private void ErrorsMatch(string snapshot, Func<string, string[]> args, Dictionary<string, string> texts) =>
        Snapshot.Matches(snapshot, Errors(texts.Select(text => (text.Key, args(text.Value)))));

    private string Errors(IEnumerable<(string Name, string[] Args)> cases)
    {
        var all = new StringBuilder();
        foreach (var (name, args) in cases)
        {
            var run = Cli.Run(args);
            Assert.True(run.ExitCode == 2, $"{name}: exit code {run.ExitCode}, {run.Error}");
            Assert.Empty(run.Output);
            var line = Assert.Single(run.ErrorLines);
            Assert.StartsWith("automlzero: ", line, StringComparison.Ordinal);
            all.Append(name).Append(": ").AppendLine(line.Replace(files.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
                .Replace(files.Root, "DIRECTORY", StringComparison.Ordinal));
        }

        return all.ToString();
    }
}
