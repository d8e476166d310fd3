using AutoMLZero.Language;

namespace AutoMLZero.Cli.Reports;

/// <summary>The folder that reports and pictures are written to.</summary>
internal static class ReportTarget
{
    /// <summary>Checks, before any work is done, that a folder can be written to.</summary>
    /// <param name="folder">The folder, which need not exist.</param>
    /// <exception cref="InputException">It is a file.</exception>
    public static void Check(string folder)
    {
        if (File.Exists(folder)) throw new InputException($"'{folder}' is a file, expected a folder to write to");
    }

    /// <summary>Writes files.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="write">Writes them.</param>
    /// <exception cref="InputException">The folder cannot be written to.</exception>
    public static IReadOnlyList<string> Write(string folder, Func<IReadOnlyList<string>> write)
    {
        try
        {
            return write();
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw new InputException($"the folder '{folder}' cannot be written: {problem.Message.TrimEnd('.')}", problem);
        }
    }
}
