using System.Globalization;
using AutoMLZero.Language;
using Microsoft.Data.Sqlite;

namespace AutoMLZero.Runs;

/// <summary>Opens and makes the databases of run folders.</summary>
internal static class RunDatabase
{
    /// <summary>Makes a database with nothing but its tables and what does not change in a run.</summary>
    /// <param name="path">The file, which does not exist.</param>
    /// <param name="meta">What does not change.</param>
    public static void Create(string path, params ReadOnlySpan<(string Key, object Value)> meta)
    {
        using var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        connection.Execute(string.Create(
            CultureInfo.InvariantCulture, $"PRAGMA application_id = {Schema.ApplicationId}; PRAGMA user_version = {Schema.Version};"));
        using var transaction = connection.BeginTransaction();
        connection.Execute(Schema.Create);
        foreach (var (key, value) in meta) connection.Execute("INSERT INTO meta VALUES ($key, $value)", ("$key", key), ("$value", value));
        transaction.Commit();
    }

    /// <summary>Checks that there is a run.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static void CheckThere(RunFiles files)
    {
        if (!files.HasRun) throw new InputException($"there is no run in '{files.Root}', expected a folder that 'automlzero search --out' has made");
    }

    /// <summary>Opens a database to read it.</summary>
    /// <param name="files">The run folder.</param>
    /// <exception cref="InputException">There is no run, it is of a newer version, or it is damaged.</exception>
    public static SqliteConnection OpenToRead(RunFiles files)
    {
        CheckThere(files);
        return Checked(files);
    }

    /// <summary>Opens a database to go on with its run; the folder is locked, and the database was read already.</summary>
    /// <param name="files">The run folder.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static SqliteConnection OpenToWrite(RunFiles files)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = Connect(files.Database, SqliteOpenMode.ReadWrite);

            // A write-ahead log lets others read while a run is being written; normal: a crash of the machine may cost the last checkpoints, never more.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
            Upgrade(connection);
            return connection;
        }
        catch (SqliteException problem)
        {
            connection?.Dispose();
            throw RunProblem.Of(problem, files);
        }
    }

    /// <summary>Closes a database that was opened to write, without a log beside it, so that it can be read where nothing can be written.</summary>
    public static void Close(SqliteConnection connection)
    {
        try
        {
            connection.Execute("PRAGMA journal_mode = DELETE");
        }
        catch (SqliteException)
        {
            // Others read it, or there is no room: the log stays, and is part of the database.
        }

        connection.Dispose();
    }

    /// <summary>The version of the format of a database.</summary>
    public static long VersionOf(SqliteConnection connection) => (long)connection.Scalar("PRAGMA user_version")!;

    private static void Upgrade(SqliteConnection connection)
    {
        if (VersionOf(connection) == Schema.Version) return;
        using var transaction = connection.BeginTransaction();
        connection.Execute(Schema.UpgradeFrom1);
        transaction.Commit();
    }

    private static SqliteConnection Checked(RunFiles files)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = Connect(files.Database, SqliteOpenMode.ReadOnly);
            CheckVersion(connection, files);
            if (connection.Scalar("PRAGMA quick_check(1)") is not "ok") throw RunProblem.Damaged(files);
            return connection;
        }
        catch (SqliteException problem)
        {
            connection?.Dispose();
            throw RunProblem.Of(problem, files);
        }
        catch (InputException)
        {
            connection?.Dispose();
            throw;
        }
    }

    private static void CheckVersion(SqliteConnection connection, RunFiles files)
    {
        if (connection.Scalar("PRAGMA application_id") is not (long)Schema.ApplicationId) throw RunProblem.Damaged(files);
        var version = VersionOf(connection);
        if (version > Schema.Version)
        {
            throw new InputException(
                $"the run in '{files.Root}' was made by a newer version of AutoMLZero: its format is {version}, expected at most {Schema.Version}");
        }

        if (version < 1) throw RunProblem.Damaged(files);
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 5 };
        var connection = new SqliteConnection(text.ToString());
        connection.Open();
        return connection;
    }
}
