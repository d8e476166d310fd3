namespace AutoMLZero.Data.Tests;

/// <summary>A folder for the files of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("automlzero");

    public string Path => directory.FullName;

    public string In(params string[] names) => System.IO.Path.Combine([directory.FullName, .. names]);

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(In(name))!);
        File.WriteAllBytes(In(name), bytes);
        return In(name);
    }

    public void Dispose() => directory.Delete(recursive: true);
}
