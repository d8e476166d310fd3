using System.Text.Json;
using AutoMLZero.Insight.Techniques;

namespace AutoMLZero.Cli.Tests.Insight;

public sealed class ExplainTests : IDisposable
{
    private const string WithIntrons =
        """
        def Setup():
          s2 = 0.37; s5 = 7
        def Predict():
          v2 = v0 + v1
          v5 = v1 - v1
          s1 = dot(v3, v2)
        def Learn():
          s3 = s0 - s1; s2 = arctan(s2); s3 = s2 * s3; s4 = sin(s3)
          v4 = s3 * v2; v3 = v3 + v4
          v1 = gaussian(0, 0.1)
        """;

    private readonly Files files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void A_program_is_explained_line_by_line()
    {
        var run = Cli.Run("explain", files.Write("program.txt", WithIntrons));
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Snapshot.Matches("explain", run.Output);
    }

    [Fact]
    public void Tasks_tell_what_each_line_adds()
    {
        var run = Cli.Run(["explain", "affine", "--preset", "affine", .. Small]);
        Assert.Equal(0, run.ExitCode);
        Snapshot.Matches("explain-preset", run.Output);
    }

    [Fact]
    public void JSON_has_what_the_text_has()
    {
        var run = Cli.Run(["explain", "neural-net", "--preset", "nonlinear", .. Small, "--json"]);
        var line = Assert.Single(run.JsonLines());
        Snapshot.Matches("explain-json", JsonSerializer.Serialize(line, Indented));
        Assert.All(line.GetProperty("techniques").EnumerateArray(), technique => Assert.Contains(technique.GetProperty("id").GetString(), TechniqueFinder.Ids));
        var fitness = line.GetProperty("fitness").GetDouble();
        foreach (var read in line.GetProperty("lines").EnumerateArray())
            Assert.Equal(fitness - read.GetProperty("fitnessWithout").GetDouble(), read.GetProperty("loss").GetDouble());
    }

    [Fact]
    public void A_line_adds_what_evaluate_says_is_lost_without_it()
    {
        string[] tasks = ["--preset", "linear", "--split", "test", "--set", "tasks.test.count=2", "--json"];
        var without = files.Write("without.txt", "def Setup():\ndef Predict():\n  s1 = dot(v1, v0)\ndef Learn():\n  s3 = s0 - s1; s3 = s2 * s3; v2 = s3 * v0; v1 = v1 + v2");
        var lost = Fitness(Cli.Run(["evaluate", "linear", .. tasks])) - Fitness(Cli.Run(["evaluate", without, .. tasks]));
        var rate = Assert.Single(Cli.Run(["explain", "linear", .. tasks]).JsonLines()).GetProperty("lines")[0];
        Assert.Equal("learning_rate = 0.01", rate.GetProperty("readable").GetString());
        Assert.Equal(lost, rate.GetProperty("loss").GetDouble());
    }

    [Fact]
    public void The_kind_decides_where_the_prediction_is()
    {
        var program = files.Write("program.txt", "def Setup():\ndef Predict():\n  v2 = dot(m0, v0)\n  s1 = dot(v0, v3)\ndef Learn():\n  v4 = v1 - v2; m1 = outer(v4, v0); m0 = m0 + m1");
        Assert.Contains("  # s1 = dot(v0, v3)", Cli.Run("explain", program, "--kind", "multiclass").Output, StringComparison.Ordinal);
        Assert.Contains("  # v2 = dot(m0, v0)", Cli.Run("explain", program).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_graph_is_written_for_Graphviz_and_drawn_where_it_is_installed()
    {
        var (dot, svg) = (files.In("linear.dot"), files.In("linear.svg"));
        Assert.Equal(0, Cli.Run("explain", "linear", "--graph", dot).ExitCode);
        Assert.Equal(Cli.Run("export", "linear", "--format", "dot").Output, File.ReadAllText(dot));
        var drawn = Cli.Run("explain", "linear", "--graph", svg);
        if (drawn.ExitCode == 2)
        {
            Assert.Equal("automlzero: an SVG file needs Graphviz, and there is no 'dot' here: install it or ask for a .dot file\n", drawn.Error);
            Assert.Skip("there is no Graphviz here (graphviz)");
        }

        Assert.Contains("</svg>", File.ReadAllText(svg), StringComparison.Ordinal);
    }

    [Fact]
    public void Interrupted_it_says_so_with_exit_code_130()
    {
        var run = Cli.RunInterrupted("explain", "linear", "--preset", "linear");
        Assert.Equal((130, "automlzero: interrupted"), (run.ExitCode, run.ErrorLines[^1]));
        Assert.Empty(run.Output);
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string[] Small => ["--seed", "2", "--split", "test", "--set", "tasks.test.count=2"];

    private static double Fitness(Cli run) => Assert.Single(run.JsonLines()).GetProperty("fitness").GetDouble();
}
