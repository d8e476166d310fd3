using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using AutoMLZero.Data.Files;
using AutoMLZero.Data.Images;

namespace AutoMLZero.Data.Downloads;

/// <summary>Compares files with those that were published.</summary>
internal static class FileHash
{
    /// <summary>The MD5 hash of a file, as lower-case hexadecimal digits.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="original">Says whether the content is hashed rather than the file.</param>
    /// <param name="monitor">Hears how far hashing is.</param>
    /// <exception cref="Language.InputException">The file cannot be read, or its content is damaged.</exception>
    [SuppressMessage("Security", "CA5351", Justification = "The makers publish MD5 hashes; what they guard against is damage.")]
    public static string Md5(string path, DataSetFile original, DataMonitor monitor)
    {
        using Stream file = original.HashesContent
            ? DataFile.Open(path, monitor)
            : new MonitoredStream(File.OpenRead(path), $"checking {Path.GetFileName(path)}", monitor);
        return Convert.ToHexStringLower(MD5.HashData(file));
    }
}
