using AutoMLZero.Data;

namespace AutoMLZero.Cli.Tests;

public class HelpTests
{
    [Theory]
    [InlineData("automlzero")]
    [InlineData("search")]
    [InlineData("resume")]
    [InlineData("dump")]
    [InlineData("evaluate")]
    [InlineData("density")]
    [InlineData("data")]
    [InlineData("data get")]
    [InlineData("predict")]
    [InlineData("report")]
    [InlineData("compare")]
    [InlineData("explain")]
    [InlineData("simplify")]
    [InlineData("export")]
    [InlineData("bench")]
    [InlineData("tune")]
    [InlineData("reproduce")]
    public void Help_explains_the_command_with_examples(string command)
    {
        var run = command == "automlzero" ? Cli.Run("--help") : Cli.Run([.. command.Split(' '), "--help"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Snapshot.Matches($"help-{command.Replace(' ', '-')}", run.Output);
    }

    [Fact]
    public void Help_does_not_make_a_console()
    {
        using var output = new StringWriter();
        var surroundings = new Surroundings(
            output, TextWriter.Null, NoConsole, NoConsole, TimeProvider.System, new DataFolder("/no-such-folder"), TestContext.Current.CancellationToken);
        Assert.Equal(0, CommandLine.Run(["search", "--help"], surroundings));
        Assert.Contains("Examples:", output.ToString(), StringComparison.Ordinal);

        static Spectre.Console.IAnsiConsole NoConsole() => throw new InvalidOperationException("help needs no console");
    }

    [Theory]
    [InlineData("search --preset linear --seed 1")]
    [InlineData("search --preset affine --strategy fast")]
    [InlineData("evaluate linear --preset linear --split test")]
    [InlineData("density --preset linear --samples 100000")]
    [InlineData("search --csv houses.csv --target price --out houses")]
    [InlineData("predict houses new-houses.csv --output prices.csv")]
    [InlineData("report run5 --out pages")]
    [InlineData("compare evolution random --out pictures")]
    [InlineData("explain --run run5 --graph run5.svg")]
    [InlineData("simplify --run run5 --tolerance 0.0001")]
    [InlineData("export --run run5 --format csharp --name HousePrices --out HousePrices.cs")]
    [InlineData("bench --max-time 5m --json")]
    [InlineData("reproduce difficulty --scale tiny")]
    public void Examples_name_options_that_exist(string example)
    {
        var command = example.Split(' ')[0];
        var help = Cli.Run(command, "--help").Output;
        Assert.Contains($"automlzero {example}", help, StringComparison.Ordinal);
        foreach (var option in example.Split(' ').Where(word => word.StartsWith("--", StringComparison.Ordinal)))
            Assert.Contains($"  {option} ", help, StringComparison.Ordinal);
    }
}
