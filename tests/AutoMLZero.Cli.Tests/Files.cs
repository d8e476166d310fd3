namespace AutoMLZero.Cli.Tests;

/// <summary>A folder for the files of one test.</summary>
internal sealed class Files : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("automlzero");

    public string Root => directory.FullName;

    public string In(string name) => Path.Combine(directory.FullName, name);

    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(In(name), bytes);
        return In(name);
    }

    public void Dispose() => directory.Delete(recursive: true);
}
