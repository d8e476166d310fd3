namespace AutoMLZero.Runs;

/// <summary>The files of a run folder.</summary>
/// <param name="Root">The folder.</param>
internal sealed record RunFiles(string Root)
{
    /// <summary>The spec as JSON.</summary>
    public string Spec => Path.Combine(Root, "spec.json");

    /// <summary>The SQLite database.</summary>
    public string Database => Path.Combine(Root, "run.db");

    /// <summary>The database while it is being made.</summary>
    public string NewDatabase => Path.Combine(Root, "run.db.new");

    /// <summary>The best program.</summary>
    public string Best => Path.Combine(Root, "best.txt");

    /// <summary>Locked by the process that searches.</summary>
    public string Lock => Path.Combine(Root, "run.lock");

    /// <summary>Whether there is a run.</summary>
    public bool HasRun => File.Exists(Database);
}
