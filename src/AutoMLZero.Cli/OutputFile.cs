using AutoMLZero.Language;

namespace AutoMLZero.Cli;

/// <summary>Files that the user wants.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file in whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">What is in it.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, byte[] content)
    {
        try
        {
            WholeFile.WriteBytes(path, stream => stream.Write(content));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"the file '{path}' cannot be written: {problem.Message}", problem);
        }
    }
}
