using System.Globalization;

namespace AutoMLZero.Cli.Tests;

/// <summary>Data sets on the command line, with the sample of CIFAR-10 (20 training and 5 test images a class).</summary>
public sealed class DataTests : IDisposable
{
    private static readonly string Sample = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "sample"));

    private readonly Files files = new();

    private string Folder => files.In("data");

    public void Dispose() => files.Dispose();

    [Fact]
    public void Files_of_ones_own_are_taken_checked_and_warned_about()
    {
        var run = Get();
        Assert.Equal(0, run.ExitCode);
        Assert.Equal($"CIFAR-10: 200 training and 50 test images of 32 x 32 x 3 pixels, in {Path.Combine(Folder, "cifar10")}\n", run.Output);
        var archive = Path.Combine(Sample, "cifar-10-binary.tar.gz");
        Assert.Equal(
            $"warning: {archive} is not the file that was published (MD5 c32a1d4ab5d03f1284b67883e8d87530): results may differ from those on CIFAR-10",
            Assert.Single(run.ErrorLines));
    }

    [Theory]
    [InlineData("cifar10-baseline", "double")]
    [InlineData("cifar10-binary", "double")]
    [InlineData("cifar10-binary", "float")]
    [InlineData("cifar10-multiclass", "double")]
    public void Built_in_programs_are_evaluated_on_the_presets_of_images(string preset, string precision)
    {
        Get();
        string[] sizes = Sizes("test", train: 20, valid: 10);
        var run = Cli.Run([
            "evaluate", "linear", "affine", "neural-net", "--preset", preset, "--split", "test", "--data-dir", Folder, "--json",
            "--set", $"evaluation.precision={precision}", .. sizes]);
        Assert.Empty(run.Error);
        var lines = run.JsonLines();
        Assert.Equal([0, 1, 2], lines.Select(line => line.GetProperty("index").GetInt32()));
        Assert.All(lines, line => Assert.Equal(2, line.GetProperty("taskFitness").GetArrayLength()));
    }

    [Theory]
    [InlineData("cifar10-baseline")]
    [InlineData("cifar10-binary")]
    [InlineData("cifar10-multiclass")]
    public void Presets_of_images_are_searched(string preset)
    {
        Get();
        string[] sizes = [.. Sizes("search", 20, 20), .. Sizes("select", 20, 20), .. Sizes("test", 20, 10)];
        string[] args = ["search", "--preset", preset, "--max-individuals", "200", "--data-dir", Folder, "--json", .. sizes];
        var (first, second) = (Cli.Run(args), Cli.Run(args));
        Assert.Equal(0, first.ExitCode);
        Assert.Equal(200, first.JsonLines()[^1].GetProperty("individuals").GetInt32());
        Assert.Equal(first.Output, second.Output);
    }

    [Fact]
    public void A_data_set_that_is_missing_is_bad_input_and_says_how_to_get_it()
    {
        var run = Cli.Run("evaluate", "linear", "--preset", "mnist-binary", "--data-dir", Folder);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            $"automlzero: there is no MNIST in '{Path.Combine(Folder, "mnist")}': train-images-idx3-ubyte.gz is missing; 'automlzero data get mnist' gets it\n",
            run.Error);
    }

    [Fact]
    public void A_server_that_does_not_answer_fails_and_says_what_else_to_do()
    {
        var run = Cli.Run("data", "get", "cifar10", "--mirror", "http://127.0.0.1:9/", "--data-dir", Folder);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(
            "automlzero: cifar-10-binary.tar.gz cannot be downloaded (http://127.0.0.1:9/cifar-10-binary.tar.gz: ", run.Error, StringComparison.Ordinal);
        Assert.Contains($"or put it into '{Path.Combine(Folder, "cifar10")}'", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data get svhn", "there is no data set 'svhn', expected one of mnist, cifar10")]
    [InlineData("data get mnist --from a --mirror http://b", "expected either --from or --mirror, found both")]
    [InlineData("data get mnist --mirror mnist", "the value of --mirror is 'mnist', expected an address such as https://example.org/mnist")]
    public void Bad_usage_is_answered_by_a_sentence(string args, string sentence)
    {
        var run = Cli.Run(args.Split(' '));
        Assert.Equal(2, run.ExitCode);
        Assert.Equal([$"automlzero: {sentence}", "Try 'automlzero data get --help'."], run.ErrorLines);
    }

    private Cli Get() => Cli.Run("data", "get", "cifar10", "--from", Sample, "--data-dir", Folder);

    /// <summary>Two tasks of so few examples that the sample has them; a pair of classes has 40 training and 10 test images.</summary>
    private static string[] Sizes(string split, int train, int valid) =>
    [
        "--set", $"tasks.{split}.count=2",
        "--set", string.Create(CultureInfo.InvariantCulture, $"tasks.{split}.train={train}"),
        "--set", string.Create(CultureInfo.InvariantCulture, $"tasks.{split}.valid={valid}"),
    ];
}
