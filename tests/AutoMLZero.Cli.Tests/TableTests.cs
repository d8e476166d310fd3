using System.Globalization;
using System.Text;

namespace AutoMLZero.Cli.Tests;

public sealed class TableTests : IDisposable
{
    private static readonly string Houses = Path.Combine(Repository.Root, "samples", "houses.csv");
    private static readonly string[] Budget = ["--seed", "3", "--max-individuals", "300", "--set", "evolution.population=20", "--set", "experimentLength=300"];
    private readonly Files files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void A_search_on_a_table_ends_with_its_score_beside_what_people_would_write()
    {
        var run = Cli.Run(["search", "--csv", Houses, "--target", "price", .. Budget]);
        Assert.Equal(0, run.ExitCode);
        Snapshot.Matches("search-csv-regression", run.Output);
    }

    [Fact]
    public void A_search_for_classes_says_their_shares()
    {
        var run = Cli.Run(["search", "--csv", Houses, "--target", "district", "--ignore", "age", .. Budget]);
        Assert.Equal(0, run.ExitCode);
        Snapshot.Matches("search-csv-classification", run.Output);
    }

    [Fact]
    public void A_table_is_searched_by_any_strategy()
    {
        var lines = Cli.Run(["search", "--csv", Houses, "--target", "price", "--strategy", "fast", .. Budget, "--json"]).JsonLines();
        Assert.Equal("fast", lines[1].GetProperty("strategy").GetString());
        Assert.True(lines[1].GetProperty("rejected").GetInt64() > 0);
        Assert.Equal(300, lines[1].GetProperty("individuals").GetInt64());
    }

    [Fact]
    public void JSON_says_the_scores_before_it_is_done()
    {
        var lines = Cli.Run(["search", "--csv", Houses, "--target", "price", .. Budget, "--json"]).JsonLines();
        Assert.Equal(["heldOut", "done"], lines.Select(line => line.GetProperty("event").GetString()));
        Assert.Equal(("price", "regression", 400, 100), (
            lines[0].GetProperty("target").GetString(),
            lines[0].GetProperty("task").GetString(),
            lines[0].GetProperty("trainingRows").GetInt32(),
            lines[0].GetProperty("heldOutRows").GetInt32()));
        foreach (var name in new[] { "program", "linear", "neuralNet", "trivial" })
            Assert.True(lines[0].GetProperty(name).GetProperty("error").GetDouble() > 0);
        Assert.Equal(0, lines[0].GetProperty("trivial").GetProperty("rSquared").GetDouble(), 0.05);
        Assert.Equal("csv-regression", lines[1].GetProperty("preset").GetString());
    }

    [Fact]
    public void New_rows_are_predicted_from_the_folder_of_a_search()
    {
        var model = files.In("model");
        var search = Cli.Run(["search", "--csv", Houses, "--target", "price", .. Budget, "--out", model, "--json"]);
        Assert.Equal(0, search.ExitCode);
        Assert.EndsWith(search.JsonLines()[1].GetProperty("program").GetString()!, File.ReadAllText(Path.Combine(model, "best.txt")), StringComparison.Ordinal);
        var rows = files.Write("new.csv", "district;area;rooms;distance;age\nhill;100;4;3,5;10\nwest;50;2;10;60\n");
        var run = Cli.Run("predict", model, rows);
        Assert.Equal(0, run.ExitCode);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("price", lines[0]);
        double[] prices = [.. lines[1..].Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
        Assert.Equal(2, prices.Length);
        Assert.True(prices[0] > 200 && prices[1] < 150, run.Output);
        var toFile = Cli.Run("predict", model, rows, "--output", files.In("prices.csv"));
        Assert.Equal((0, ""), (toFile.ExitCode, toFile.Output));
        Assert.Equal(run.Output, File.ReadAllText(files.In("prices.csv")));
    }

    [Fact]
    public void Same_seed_same_result_and_same_files()
    {
        var (one, two) = (files.In("one"), files.In("two"));
        Assert.Equal(
            Cli.Run(["search", "--csv", Houses, "--target", "price", .. Budget, "--out", one]).Output,
            Cli.Run(["search", "--csv", Houses, "--target", "price", .. Budget, "--out", two]).Output);
        foreach (var file in Directory.GetFiles(one).Where(file => !file.EndsWith(".db", StringComparison.Ordinal))) Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(two, Path.GetFileName(file))));
    }

    [Fact]
    public void Built_in_programs_are_evaluated_on_a_table()
    {
        var run = Cli.Run("evaluate", "affine", "neural-net", "--csv", Houses, "--target", "price", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.All(run.JsonLines(), line => Assert.InRange(line.GetProperty("fitness").GetDouble(), 0.7, 0.8));
    }

    [Fact]
    public void What_is_left_out_of_a_table_is_said()
    {
        var file = files.Write("t.csv", Lines("id,same,x,y", 60, i => $"n{i},1,{i},{i * i}"));
        var run = Cli.Run(["search", "--csv", file, "--target", "y", .. Budget]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["note: column 'id' is left out: it has more than 50 different texts", "note: column 'same' is left out: it is the same in all training rows"],
            run.ErrorLines[..2]);
    }

    [Fact]
    public void An_interrupted_search_ends_with_exit_code_130()
    {
        var run = Cli.RunInterrupted("search", "--csv", Houses, "--target", "price");
        Assert.Equal(130, run.ExitCode);
        Assert.Equal("automlzero: interrupted", run.ErrorLines[^1]);
    }

    [Fact]
    public void Bad_tables_are_one_sentence_each()
    {
        var good = Lines("x,y", 30, i => $"{i},{i * i}");
        Snapshot.Matches("bad-tables", Errors(new()
        {
            ["wrong target"] = (good, "z", []),
            ["constant target"] = (Lines("x,y", 30, i => $"{i},5"), "y", []),
            ["all-missing column"] = (Lines("x,w,y", 30, i => $"{i},,{i * i}"), "y", []),
            ["all-missing column, imputed"] = (Lines("x,w,y", 30, i => $"{i},NA,{i * i}"), "y", ["--impute"]),
            ["target without values"] = (Lines("x,y", 30, i => $"{i},"), "y", []),
            ["one class"] = (Lines("x,y", 30, i => $"{i},yes"), "y", []),
            ["one class of numbers"] = (Lines("x,y", 30, i => $"{i},1"), "y", ["--task", "classification"]),
            ["two rows"] = ("x,y\n1,2\n2,3\n", "y", []),
            ["no rows"] = ("x,y\n", "y", []),
            ["empty"] = ("", "y", []),
            ["missing values"] = (Lines("x,w,y", 30, i => $"{(i % 9 == 4 ? "" : i)},{(i == 7 ? "?" : "a")},{i * i}"), "y", []),
            ["missing targets"] = (Lines("x,y", 30, i => $"{i},{(i == 3 ? "" : i * i)}"), "y", []),
            ["words as numbers"] = (Lines("x,y", 30, i => $"{i},{(i == 3 ? "many" : i * i)}"), "y", ["--task", "regression"]),
            ["numbers as classes"] = (Lines("x,y", 90, i => $"{i},{i * i}"), "y", ["--task", "classification"]),
            ["nothing to predict from"] = (Lines("x,y", 30, i => $"1,{i * i}"), "y", []),
            ["ignored target"] = (good, "y", ["--ignore", "y"]),
            ["ignored column that is not there"] = (good, "y", ["--ignore", "why"]),
            ["ragged"] = (good + "1,2,3\n", "y", []),
            ["open quote"] = (good + "\"1,2\n", "y", []),
            ["two columns of a name"] = ("x,x,y\n1,2,3\n", "y", []),
            ["not text"] = ("x,\0y\n", "y", []),
        }));
    }

    [Fact]
    public void Bad_new_rows_are_one_sentence_each()
    {
        var model = files.In("model");
        Assert.Equal(0, Cli.Run(["search", "--csv", Houses, "--target", "price", .. Budget, "--out", model]).ExitCode);
        var cases = new Dictionary<string, string>
        {
            ["no rows"] = "area,rooms,age,distance,district\n",
            ["a column is missing"] = "area,rooms,age,distance\n1,2,3,4\n",
            ["a value is missing"] = "area,rooms,age,distance,district\n1,2,3,4,hill\n1,2,,4,hill\n",
            ["words for numbers"] = "area,rooms,age,distance,district\nlarge,2,3,4,hill\n",
            ["empty"] = "",
        };
        var all = new StringBuilder();
        foreach (var (name, text) in cases) all.Append(name).Append(": ").AppendLine(Error("predict", model, files.Write("new.csv", text)));
        all.Append("no such rows: ").AppendLine(Error("predict", model, files.In("missing.csv")));
        all.Append("no such folder: ").AppendLine(Error("predict", files.In("none"), files.In("new.csv")));
        File.Delete(Path.Combine(model, "transformation.json"));
        all.Append("a file is missing: ").AppendLine(Error("predict", model, files.In("new.csv")));
        Snapshot.Matches("bad-new-rows", all.ToString());
    }

    private static string Lines(string header, int rows, Func<int, string> row) =>
        header + "\n" + string.Concat(Enumerable.Range(0, rows).Select(i => row(i) + "\n"));

    private string Errors(Dictionary<string, (string Text, string Target, string[] Options)> cases)
    {
        var all = new StringBuilder();
        foreach (var (name, (text, target, options)) in cases)
            all.Append(name).Append(": ").AppendLine(Error(["search", "--csv", files.Write("t.csv", text), "--target", target, .. options]));
        return all.ToString();
    }

    private string Error(params string[] args)
    {
        var run = Cli.Run(args);
        Assert.True(run.ExitCode == 2, $"exit code {run.ExitCode}: {run.Output}{run.Error}");
        Assert.Empty(run.Output);
        var line = Assert.Single(run.ErrorLines);
        Assert.StartsWith("automlzero: ", line, StringComparison.Ordinal);
        return line.Replace(files.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }
}
