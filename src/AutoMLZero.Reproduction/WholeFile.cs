namespace AutoMLZero.Reproduction;

/// <summary>Text files that are there in full or not at all.</summary>
internal static class WholeFile
{
    /// <summary>What the names of files end with that are not whole yet.</summary>
    public const string Suffix = ".new";

    /// <summary>Writes a text under a temporary name, then gives it its name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The text.</param>
    public static void Write(string path, string text)
    {
        File.WriteAllText(path + Suffix, text);
        File.Move(path + Suffix, path, overwrite: true);
    }
}
