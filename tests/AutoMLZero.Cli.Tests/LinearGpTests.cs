namespace AutoMLZero.Cli.Tests;

public class LinearGpTests
{
    [Fact]
    public void A_search_on_a_table_predicts_new_rows()
    {
        using var files = new Files();
        var rows = Enumerable.Range(0, 60).Select(i => (X: (i - 30) / 10.0, Z: i % 7)).ToArray();
        var table = files.Write("table.csv", "x,z,y\n" + string.Concat(rows.Select(row => FormattableString.Invariant($"{row.X},{row.Z},{(row.X * row.X) + row.X}\n"))));
        var folder = files.In("run");
        var search = Cli.Run("search", "--preset", "linear-gp", "--csv", table, "--target", "y", "--max-individuals", "4000", "--workers", "1", "--out", folder);
        Assert.Equal(0, search.ExitCode);
        Assert.Contains("'y', a number, on 12 held-out rows after learning from 48", search.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("neural net", search.Output, StringComparison.Ordinal);
        var predict = Cli.Run("predict", folder, files.Write("new.csv", "x,z\n1,2\n-2,0\n"));
        Assert.Equal(0, predict.ExitCode);
        Assert.Equal(3, predict.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var listing = Cli.Run("export", System.IO.Path.Combine(folder, "best.txt"), "--format", "c", "--features", "8");
        Assert.Contains("void gp(double r[", listing.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_of_three_classes_is_refused()
    {
        using var files = new Files();
        var table = files.Write("table.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"{i},{"abc"[i % 3]}\n")));
        var search = Cli.Run("search", "--preset", "linear-gp", "--csv", table, "--target", "y");
        Assert.Equal(2, search.ExitCode);
        Assert.Contains("the target 'y' has 3 classes, expected a number or two classes for linear-gp", search.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_lists_programs_with_guards()
    {
        using var files = new Files();
        var program = files.Write("program.txt", "def Setup():\ndef Predict():\n  s2 = v0[0]\n  s3 = sin(s2)\n  if s2 > s1:\n    s1 = exp(s2)\ndef Learn():\n");
        var explained = Cli.Run("explain", program);
        Assert.Equal(0, explained.ExitCode);
        Assert.Contains("as found: 4 lines, 1 of them introns", explained.Output, StringComparison.Ordinal);
        Assert.Contains("  # s3 = sin(s2)\n  if s2 > s1:\n    s1 = exp(s2)\n", explained.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("\"effective\":false", Cli.Run("explain", program, "--json").Output, StringComparison.Ordinal);
    }
}
