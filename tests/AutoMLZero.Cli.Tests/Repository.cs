namespace AutoMLZero.Cli.Tests;

/// <summary>The checkout that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Snapshots { get; } = Path.Combine(Root, "tests", "AutoMLZero.Cli.Tests", "Snapshots");

    public static string Conformance { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared", "conformance"));

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "AutoMLZero.slnx"))) directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException($"there is no AutoMLZero.slnx above {AppContext.BaseDirectory}");
    }
}
