namespace AutoMLZero;

/// <summary>
/// Files that are there in whole or not at all: written under a temporary name, then renamed over a file that has the name. Every library that writes
/// files compiles this source into itself, so that the core needs no files and no library another one.
/// </summary>
internal static class WholeFile
{
    private const int BufferSize = 1 << 16;

    /// <summary>Writes text with <c>\n</c> at the end of lines.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the text.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Action<TextWriter> write) => WriteBytes(path, stream =>
    {
        using var writer = new StreamWriter(stream) { NewLine = "\n" };
        write(writer);
    });

    /// <summary>Writes bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteBytes(string path, Action<Stream> write)
    {
        var ending = $".{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.new";
        var temporary = path + ending;
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize)) write(stream);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException(problem.Message.Replace(ending, "", StringComparison.Ordinal), problem);
        }
        finally
        {
            if (File.Exists(temporary)) File.Delete(temporary);
        }
    }
}
