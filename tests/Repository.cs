namespace AutoMLZero.Testing;

/// <summary>The checkout that the tests were built in, and the data beside it.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution, above the folder of the tests.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path in the folder <c>shared</c> beside the repository, where data for tests is.</summary>
    public static string Shared(params string[] path) => Path.GetFullPath(Path.Combine([Root, "..", "shared", .. path]));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AutoMLZero.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"There is no AutoMLZero.slnx above {AppContext.BaseDirectory}.");
    }
}
