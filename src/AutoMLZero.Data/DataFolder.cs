namespace AutoMLZero.Data;

/// <summary>The folder with the data sets of a user; it need not exist.</summary>
/// <param name="Path">Its full path.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "AUTOMLZERO_DATA";

    /// <summary>
    /// The folder of the user of this process: what <see cref="Variable"/> says, else <c>automlzero</c> within <c>XDG_CACHE_HOME</c>, else within
    /// the system's folder for caches.
    /// </summary>
    /// <param name="environment">The value of an environment variable, or null.</param>
    public static DataFolder OfUser(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (environment(Variable) is { Length: > 0 } named) return new DataFolder(System.IO.Path.GetFullPath(named));
        if (environment("XDG_CACHE_HOME") is { Length: > 0 } caches && System.IO.Path.IsPathFullyQualified(caches)) return Within(caches);
        if (OperatingSystem.IsWindows()) return Within(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData));
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Within(OperatingSystem.IsMacOS() ? System.IO.Path.Combine(home, "Library", "Caches") : System.IO.Path.Combine(home, ".cache"));
    }

    /// <summary>The folder of a data set.</summary>
    /// <param name="name">Name of the data set, such as <c>mnist</c>.</param>
    public string Of(string name) => System.IO.Path.Combine(Path, name);

    private static DataFolder Within(string caches) => new(System.IO.Path.Combine(caches, "automlzero"));
}
