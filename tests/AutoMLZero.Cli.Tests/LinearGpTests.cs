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
        var listing = Cli.Run("export", System.IO.Path.Combine(folder, "best.txt"), "--format", "c");
        Assert.Contains("enum { F = 4 };", listing.Output, StringComparison.Ordinal);
        Assert.Contains("void gp(double r[", listing.Output, StringComparison.Ordinal);
        Assert.Contains("= features[1]; /* z */", Cli.Run("export", "--run", folder, "--format", "c").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_of_three_classes_is_predicted_by_name()
    {
        using var files = new Files();
        var rows = Enumerable.Range(0, 90).Select(i => FormattableString.Invariant($"{(i - 45) / 10.0},{"abc"[i / 30]}\n"));
        var (table, folder) = (files.Write("table.csv", "x,y\n" + string.Concat(rows)), files.In("run"));
        var search = Cli.Run("search", "--preset", "linear-gp", "--csv", table, "--target", "y", "--max-individuals", "3000", "--workers", "1", "--out", folder);
        Assert.Equal(0, search.ExitCode);
        Assert.Contains("'y', one of 3 classes, on 18 held-out rows after learning from 72", search.Output, StringComparison.Ordinal);
        Assert.Contains("  v2 = bcast(s1)\n  v2[0.3] = s2\n  v2[0.5] = s3\n", File.ReadAllText(System.IO.Path.Combine(folder, "best.txt")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var predict = Cli.Run("predict", folder, files.Write("new.csv", "x\n-4\n0\n4\n"));
        Assert.Equal(["y", "a", "b", "c"], predict.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()));
    }

    [Fact]
    public void Simplify_deletes_introns_of_programs_with_guards_and_lines_that_do_not_matter()
    {
        using var files = new Files();
        var program = files.Write("program.txt", "def Setup():\ndef Predict():\n  s2 = v0[0]\n  s3 = sin(s2)\n  if s2 > s1:\n    s1 = exp(s2)\n  if s2 <= s2:\n    s1 = s1 + s4\ndef Learn():\n");
        Assert.DoesNotContain("sin", Cli.Run("simplify", program).Output, StringComparison.Ordinal);
        var simplified = Cli.Run("simplify", program, "--preset", "linear");
        Assert.Equal(0, simplified.ExitCode);
        Assert.DoesNotContain("s4", simplified.Output, StringComparison.Ordinal);
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
