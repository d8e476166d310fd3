namespace AutoMLZero.Data.Csv;

/// <summary>Files that are there in whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file under another name first.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="write">Writes its text.</param>
    public static void Write(string path, Action<TextWriter> write)
    {
        var unfinished = path + ".tmp";
        using (var writer = new StreamWriter(unfinished) { NewLine = "\n" }) write(writer);
        File.Move(unfinished, path, overwrite: true);
    }
}
