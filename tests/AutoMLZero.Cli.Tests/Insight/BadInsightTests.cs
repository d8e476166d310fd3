using System.Text;

namespace AutoMLZero.Cli.Tests.Insight;

/// <summary>What explain, simplify and export cannot use is told in one sentence, with exit code 2.</summary>
public sealed class BadInsightTests : IDisposable
{
    private readonly Files files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Bad_input_is_one_sentence_each()
    {
        var noise = files.Write("noise.txt", "def Setup():\ndef Predict():\n  v1 = gaussian(0, 1)\n  v2 = v0 + v1\n  s1 = mean(v2)\ndef Learn():");
        var counting = files.Write("counting.txt", "def Setup():\ndef Predict():\n  s2 = 1; s3 = s3 + s2; s4 = mean(v0); s1 = s4 * s3\ndef Learn():");
        var model = files.In("model.onnx");
        var guarded = files.Write("guarded.txt", "def Setup():\n  s2 = 1\ndef Predict():\n  s1 = mean(v0)\n  if s1 > s2:\n    s1 = sin(s1)\ndef Learn():");
        var registers = files.Write("registers.txt", "def Setup():\ndef Predict():\n  s1 = 0; s2 = v0[0]; s3 = v0[0.5]; s1 = s2 * s3\ndef Learn():");
        Snapshot.Matches("bad-insight", Errors(
        [
            ("no program", ["explain"]),
            ("unknown program", ["explain", "linea"]),
            ("several programs", ["explain", files.Write("two.txt", "def Setup():\ndef Predict():\ndef Learn():\ndef Setup():\ndef Predict():\ndef Learn():")]),
            ("no program in the file", ["simplify", files.Write("bad.txt", "def Setup():\n  s1 = what")]),
            ("guards to export", ["export", guarded, "--format", "csharp"]),
            ("other features than registers", ["export", registers, "--format", "c", "--features", "4"]),
            ("preset and run", ["explain", "linear", "--preset", "linear", "--run", files.Root]),
            ("no run", ["explain", "--run", files.In("missing")]),
            ("unknown preset", ["explain", "linear", "--preset", "linea"]),
            ("unknown split", ["explain", "linear", "--preset", "linear", "--split", "train"]),
            ("split without tasks", ["explain", "linear", "--split", "test"]),
            ("seed without preset", ["explain", "linear", "--seed", "1"]),
            ("set without preset", ["simplify", "linear", "--set", "solvedAt=1"]),
            ("kind with preset", ["explain", "linear", "--preset", "linear", "--kind", "binary"]),
            ("unknown kind", ["explain", "linear", "--kind", "ternary"]),
            ("unknown picture", ["explain", "linear", "--graph", files.In("graph.png")]),
            ("no folder for the picture", ["explain", "linear", "--graph", files.In("no/graph.dot")]),
            ("tolerance is no number", ["simplify", "linear", "--preset", "linear", "--tolerance", "small"]),
            ("tolerance is negative", ["simplify", "linear", "--preset", "linear", "--tolerance", "-1"]),
            ("tolerance without tasks", ["simplify", "linear", "--tolerance", "0.1"]),
            ("no format", ["export", "linear"]),
            ("unknown format", ["export", "linear", "--format", "java"]),
            ("no name of a class", ["export", "linear", "--format", "csharp", "--name", "my class"]),
            ("a word of the language as name", ["export", "linear", "--format", "csharp", "--name", "class"]),
            ("no features", ["export", "linear", "--format", "c", "--features", "0"]),
            ("no number of classes", ["export", "linear", "--format", "c", "--kind", "multiclass"]),
            ("more classes than features", ["export", "linear", "--format", "c", "--kind", "multiclass", "--features", "4", "--classes", "5"]),
            ("no folder for the file", ["export", "linear", "--format", "c", "--out", files.In("no/linear.c")]),
            ("ONNX on the console", ["export", "linear", "--format", "onnx", "--preset", "linear"]),
            ("ONNX without tasks", ["export", "linear", "--format", "onnx", "--out", model]),
            ("no such task", ["export", "linear", "--format", "onnx", "--preset", "linear", "--task", "1000", "--out", model]),
            ("ONNX of random numbers", ["export", noise, "--format", "onnx", "--preset", "linear", "--out", model]),
            ("ONNX of what counts", ["export", counting, "--format", "onnx", "--preset", "linear", "--out", model]),
        ]));
        Assert.False(File.Exists(model));
    }

    private string Errors(IEnumerable<(string Name, string[] Args)> cases)
    {
        var all = new StringBuilder();
        foreach (var (name, args) in cases)
        {
            var run = Cli.Run(args);
            var lines = run.ErrorLines;
            Assert.True(run.ExitCode == 2, $"{name}: exit code {run.ExitCode}, {run.Error}");
            Assert.Empty(run.Output);
            var line = lines.First(text => text.StartsWith("automlzero: ", StringComparison.Ordinal));
            all.Append(name).Append(": ").AppendLine(line.Replace(files.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(files.Root, "DIRECTORY", StringComparison.Ordinal));
        }

        return all.ToString();
    }
}
