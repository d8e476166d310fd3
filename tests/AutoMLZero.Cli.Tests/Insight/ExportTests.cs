using System.Text;

namespace AutoMLZero.Cli.Tests.Insight;

public sealed class ExportTests : IDisposable
{
    private readonly Files files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("csharp")]
    [InlineData("numpy")]
    [InlineData("c")]
    [InlineData("latex")]
    [InlineData("dot")]
    public void Text_goes_to_standard_output_or_to_a_file(string format)
    {
        var run = Cli.Run("export", "affine", "--format", format);
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Snapshot.Matches($"export-{format}", run.Output);
        Assert.Empty(Cli.Run("export", "affine", "--format", format, "--out", files.In("file")).Output);
        Assert.Equal(run.Output, File.ReadAllText(files.In("file")));
    }

    [Fact]
    public void A_model_is_trained_on_a_task_of_a_preset()
    {
        var (first, second) = (files.In("first.onnx"), files.In("second.onnx"));
        var run = Cli.Run("export", "linear", "--format", "onnx", "--preset", "linear", "--out", first);
        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("trained on '", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, Cli.Run("export", "linear", "--format", "onnx", "--preset", "linear", "--task", "2", "--out", second).ExitCode);
        Assert.Contains("features", Encoding.Latin1.GetString(File.ReadAllBytes(first)), StringComparison.Ordinal);
        Assert.NotEqual(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void Names_and_sizes_can_be_chosen()
    {
        Assert.Contains("public sealed class Mine\n", Cli.Run("export", "linear", "--format", "csharp", "--name", "Mine").Output, StringComparison.Ordinal);
        Assert.Contains("enum { F = 12 };", Cli.Run("export", "linear", "--format", "c", "--features", "12").Output, StringComparison.Ordinal);
        Assert.Contains("enum { F = 4 };", Cli.Run("export", "linear", "--format", "c", "--preset", "linear").Output, StringComparison.Ordinal);
        Assert.Contains("enum { F = 8, C = 3 };", Cli.Run("export", "linear", "--format", "c", "--kind", "multiclass", "--classes", "3").Output, StringComparison.Ordinal);
    }
}
