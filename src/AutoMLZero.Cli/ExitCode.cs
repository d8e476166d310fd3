namespace AutoMLZero.Cli;

/// <summary>What the process says to its caller when it ends.</summary>
internal static class ExitCode
{
    /// <summary>The command did what was asked; a search may have spent its budget without success.</summary>
    public const int Done = 0;

    /// <summary>The command failed for a reason that is not the user's.</summary>
    public const int Failed = 1;

    /// <summary>The command line or a file that it names cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>The user interrupted the command (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
