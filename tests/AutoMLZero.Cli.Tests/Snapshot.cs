namespace AutoMLZero.Cli.Tests;

/// <summary>Texts that were looked at once and must stay as they are.</summary>
internal static class Snapshot
{
    private const string Refresh = "AUTOMLZERO_REFRESH_SNAPSHOTS";

    public static void Matches(string name, string text) => MatchesFile(Path.Combine(Repository.Snapshots, name + ".txt"), text);

    public static void MatchesFile(string file, string text)
    {
        var found = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
        if (Environment.GetEnvironmentVariable(Refresh) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, found);
        }

        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "(there is no such snapshot yet)";
        if (expected == found) return;
        Assert.Fail(
            $"the output is not that of {file}; if it is better now, set {Refresh}=1, run the tests again, and look at the difference.\n" +
            $"--- expected\n{expected}\n--- found\n{found}");
    }
}
