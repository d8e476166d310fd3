namespace AutoMLZero.Runs;

/// <summary>Text files that are there in full or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a text under a temporary name, then gives it its name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The text.</param>
    public static void Write(string path, string text)
    {
        var temporary = path + ".new";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }
}
