namespace AutoMLZero.Data.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution, above the folder of the tests.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AutoMLZero.slnx"))) folder = folder.Parent;
        Assert.True(folder is not null, $"No folder above {AppContext.BaseDirectory} holds AutoMLZero.slnx.");
        return folder.FullName;
    }

    /// <summary>A file of <c>shared/data/sample</c> beside the repository.</summary>
    public static string Sample(string name)
    {
        var file = Path.GetFullPath(Path.Combine(Root(), "..", "shared", "data", "sample", name));
        Assert.True(File.Exists(file), $"A sample file is missing: expected {file}, beside the repository's root.");
        return file;
    }
}
