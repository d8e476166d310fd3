using AutoMLZero.Language;
using Microsoft.Data.Sqlite;

namespace AutoMLZero.Runs;

/// <summary>Makes the files of a new run. The database comes last, under a temporary name first: a folder has a run or it has none.</summary>
internal static class NewRun
{
    /// <summary>Checks that a folder holds nothing, apart from what a process left that was ended while it made the same run.</summary>
    /// <param name="files">The folder.</param>
    /// <param name="json">The spec of the run.</param>
    /// <exception cref="InputException">The folder holds something, or is none.</exception>
    public static void CheckEmpty(RunFiles files, string json)
    {
        if (File.Exists(files.Root)) throw new InputException($"'{files.Root}' is a file, expected a folder");
        if (files.HasRun) throw new InputException($"there is a run in '{files.Root}' already: 'automlzero resume' goes on with it, a new one needs another folder");
        if (!Directory.Exists(files.Root)) return;
        string[] ours = [files.Lock, files.NewDatabase, files.NewDatabase + "-journal", files.Spec + ".new"];
        foreach (var path in Directory.EnumerateFileSystemEntries(files.Root))
        {
            var name = Path.GetFileName(path);
            if (ours.Any(file => Path.GetFileName(file) == name)) continue;
            if (name == Path.GetFileName(files.Spec) && File.ReadAllText(path) == json) continue;
            throw new InputException($"the folder '{files.Root}' holds '{name}', expected an empty or a new folder");
        }
    }

    /// <summary>Makes the folder.</summary>
    /// <exception cref="InputException">That is not possible.</exception>
    public static void MakeFolder(RunFiles files)
    {
        try
        {
            Directory.CreateDirectory(files.Root);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw RunProblem.CannotWrite(files, problem);
        }
    }

    /// <summary>Writes the files; the folder is locked.</summary>
    /// <exception cref="InputException">That is not possible.</exception>
    public static void Write(RunFiles files, string json, ulong seed)
    {
        try
        {
            File.Delete(files.NewDatabase);
            File.Delete(files.NewDatabase + "-journal");
            WholeFile.Write(files.Spec, writer => writer.Write(json));
            RunDatabase.Create(files.NewDatabase, ("spec", json), ("seed", unchecked((long)seed)), ("elapsed_ticks", 0L));
            File.Move(files.NewDatabase, files.Database);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw RunProblem.CannotWrite(files, problem);
        }
    }
}
