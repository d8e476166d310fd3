using System.Text;

namespace AutoMLZero.Cli.Tests;

public class BadUsageTests
{
    private static readonly string[] Lines =
    [
        "",
        "sarch",
        "search",
        "search --preset liner",
        "search --preset",
        "search --preset linear spec.json",
        "search --bogus",
        "search --preset linear --bogus 3",
        "search --preset linear --strategy faster",
        "search --preset linear --strategy",
        "search --preset linear --strategy fast --strategy faithful",
        "search --preset linear --seed -1",
        "search --preset linear --seed x",
        "search --preset linear --seed 1 --seed 2",
        "search --preset linear --max-individuals 0",
        "search --preset linear --max-experiments -3",
        "search --preset linear --max-time 10",
        "search --preset linear --set population",
        "search --csv table.csv",
        "search --csv",
        "search --target price",
        "search --preset linear --csv table.csv --target price",
        "search spec.json --csv table.csv --target price",
        "search --preset linear --impute",
        "search --csv table.csv --target price --task guess",
        "search --csv table.csv --csv table.csv --target price",
        "evaluate",
        "evaluate linear",
        "evaluate linear --preset linear --tasks tasks.json",
        "evaluate linear --preset linear --split training",
        "evaluate linear --tasks tasks.json --seed 2",
        "evaluate linear --csv table.csv",
        "evaluate linear --csv table.csv --target price --preset linear",
        "evaluate linear --preset linear --ignore area",
        "predict",
        "predict folder",
        "predict folder new.csv more.csv",
        "evaluate --verbose --preset linear",
        "density --preset linear",
        "density --samples 10",
        "density --preset linear --samples -5",
        "density --preset linear --samples 1e6",
        "bench --max-time 0s",
        "bench --preset linear",
        "reproduce",
        "reproduce sonnets",
        "reproduce difficulty --list",
        "reproduce difficulty --scale huge",
        "reproduce difficulty --set individuals",
        "reproduce --all --set individuals=5",
        "reproduce difficulty --seed x",
    ];

    [Fact]
    public void Bad_usage_is_one_sentence_with_a_hint_and_exit_code_2()
    {
        var all = new StringBuilder();
        foreach (var line in Lines)
        {
            var run = Cli.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal(2, run.ExitCode);
            Assert.Empty(run.Output);
            Assert.Equal(2, run.ErrorLines.Length);
            Assert.StartsWith("automlzero: ", run.ErrorLines[0], StringComparison.Ordinal);
            Assert.StartsWith("Try 'automlzero", run.ErrorLines[1], StringComparison.Ordinal);
            all.Append("$ automlzero ").AppendLine(line).AppendLine(run.Error);
        }

        Snapshot.Matches("bad-usage", all.ToString());
    }
}
