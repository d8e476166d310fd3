namespace AutoMLZero.Runs.Tests;

/// <summary>A folder for the runs of one test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("automlzero-runs");

    public string Root => directory.FullName;

    public string In(string name) => Path.Combine(directory.FullName, name);

    public void Dispose() => directory.Delete(recursive: true);
}
