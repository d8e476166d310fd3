namespace AutoMLZero.Insight.Tests.Export;

/// <summary>A folder for the files of one test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("automlzero");

    public string Root => directory.FullName;

    public string In(string name) => Path.Combine(directory.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(In(name), text);
        return In(name);
    }

    public void Dispose() => directory.Delete(recursive: true);
}
