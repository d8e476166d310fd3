namespace AutoMLZero.Experiments;

/// <summary>Texts that are built into an assembly.</summary>
internal static class ResourceText
{
    /// <summary>The text of a resource.</summary>
    /// <typeparam name="T">A type of the assembly.</typeparam>
    /// <param name="name">Name of the resource.</param>
    public static string Read<T>(string name)
    {
        using var reader = new StreamReader(typeof(T).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
