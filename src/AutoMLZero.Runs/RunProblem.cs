using AutoMLZero.Language;
using Microsoft.Data.Sqlite;

namespace AutoMLZero.Runs;

/// <summary>What can be wrong with a run folder, each in one sentence.</summary>
internal static class RunProblem
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int ReadOnlyFileSystem = 30;
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    /// <summary>The folder cannot be written to.</summary>
    public static InputException CannotWrite(RunFiles files, Exception problem) =>
        new($"the run folder '{files.Root}' cannot be written: {OneLine(problem)}", problem);

    /// <summary>The database cannot be trusted.</summary>
    public static InputException Damaged(RunFiles files, Exception? problem = null) =>
        new($"the database '{files.Database}' is damaged; nothing was changed", problem);

    /// <summary>A problem with a database that a run is about to use.</summary>
    public static InputException Of(SqliteException problem, RunFiles files) => problem.SqliteErrorCode switch
    {
        Corrupt or NotADatabase => Damaged(files, problem),
        Busy or Locked => new InputException($"another process uses the database '{files.Database}'", problem),
        ReadOnly or CannotOpen => CannotWrite(files, problem),
        _ => new InputException($"the database '{files.Database}' cannot be used: {OneLine(problem)}", problem),
    };

    /// <summary>A problem while a run was being written: the search must end, what was written before stays.</summary>
    public static IOException WhileWriting(Exception problem, RunFiles files) => new(
        $"the run folder '{files.Root}' cannot be written: {Reason(problem)}; the search has ended, and 'automlzero resume' goes on from its last checkpoint",
        problem);

    /// <summary>Reads from a database whose rows may be anything.</summary>
    /// <param name="files">The run folder.</param>
    /// <param name="read">Reads.</param>
    /// <exception cref="InputException">The database is damaged.</exception>
    public static T Reading<T>(RunFiles files, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException problem)
        {
            throw Of(problem, files);
        }
        catch (Exception problem) when (problem is InvalidCastException or FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            throw Damaged(files, problem);
        }
    }

    /// <summary>Writes to a run folder that could be written to before.</summary>
    /// <param name="files">The run folder.</param>
    /// <param name="write">Writes.</param>
    /// <exception cref="IOException">That is not possible any more.</exception>
    public static void Writing(RunFiles files, Action write)
    {
        try
        {
            write();
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw WhileWriting(problem, files);
        }
    }

    /// <summary>Whether there is no room, or the file system may not be written.</summary>
    public static bool IsAboutDisk(IOException problem) => (problem.HResult & 0xFFFF) is NoSpace or QuotaExceeded or ReadOnlyFileSystem;

    private static string Reason(Exception problem) => problem switch
    {
        SqliteException { SqliteErrorCode: Full } => "the disk is full",
        SqliteException { SqliteErrorCode: Corrupt or NotADatabase } => "its database is damaged",
        _ => OneLine(problem),
    };

    private static string OneLine(Exception problem)
    {
        var text = problem.Message.ReplaceLineEndings(" ").TrimEnd('.');
        return problem is SqliteException ? text.Replace("SQLite Error", "SQLite error", StringComparison.Ordinal) : text;
    }
}
