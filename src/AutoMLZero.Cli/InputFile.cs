using System.Text;
using AutoMLZero.Language;

namespace AutoMLZero.Cli;

/// <summary>Text files that the user names.</summary>
internal static class InputFile
{
    /// <summary>The largest file that is read.</summary>
    private const long MaxBytes = 1L << 30;

    /// <summary>The text of a file in UTF-8.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="InputException">The file does not exist, cannot be read, is too large or is not text.</exception>
    public static string Read(string path)
    {
        try
        {
            if (Directory.Exists(path)) throw new InputException($"'{path}' is a directory, expected a file");
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes }) throw new InputException($"the file '{path}' is larger than 1 GiB");
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(WithoutMark(File.ReadAllBytes(path)));
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"there is no file '{path}'", problem);
        }
        catch (DecoderFallbackException problem)
        {
            throw new InputException($"the file '{path}' is not text in UTF-8", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"the file '{path}' cannot be read: {problem.Message}", problem);
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
}
