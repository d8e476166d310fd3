using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Files;

/// <summary>
/// The content of a file, read once from begin to end, decompressed when it is in gzip format. Whatever is wrong with the file is one
/// sentence with its name and the offset.
/// </summary>
internal sealed class DataFile : ReadStream
{
    private const int GzipTrailer = 8;
    private static readonly byte[] GzipMagic = [0x1f, 0x8b];

    private readonly Stream content;
    private readonly ulong? trailer;
    private readonly Crc32 checkSum = new();
    private long position;

    private DataFile(string path, Stream content, ulong? trailer)
    {
        Path = path;
        this.content = content;
        this.trailer = trailer;
    }

    /// <summary>The path of the file.</summary>
    public string Path { get; }

    /// <summary>Whether the content was compressed.</summary>
    public bool IsCompressed => trailer is not null;

    /// <summary>How many bytes of the content were read.</summary>
    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="monitor">Who hears how far it is read.</param>
    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static DataFile Open(string path, DataMonitor monitor)
    {
        Stream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Of(file, path, monitor);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw new InputException($"the file '{path}' cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Takes a file that is open.</summary>
    /// <param name="file">The file, which is closed with the result.</param>
    /// <param name="path">Its path, for complaints.</param>
    /// <param name="monitor">Who hears how far it is read.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DataFile Of(Stream file, string path, DataMonitor monitor)
    {
        var trailer = Trailer(file);
        var monitored = new MonitoredStream(file, $"reading {System.IO.Path.GetFileName(path)}", monitor);
        return new DataFile(path, trailer is null ? monitored : new GZipStream(monitored, CompressionMode.Decompress), trailer);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        var count = ReadContent(buffer);
        position += count;
        if (IsCompressed) checkSum.Append(buffer[..count]);
        if (count == 0) CheckTrailer();
        return count;
    }

    /// <summary>Reads as many bytes as asked for.</summary>
    /// <param name="bytes">Where to put them.</param>
    /// <param name="expected">What they are part of, for the complaint.</param>
    /// <exception cref="InputException">The content ends before.</exception>
    public void Fill(Span<byte> bytes, string expected)
    {
        var count = this.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (count < bytes.Length) throw Error(position, $"the content ends, expected {expected}");
    }

    /// <summary>Checks that there is nothing more.</summary>
    /// <param name="expected">What the content was to be, for the complaint.</param>
    /// <exception cref="InputException">There is more.</exception>
    public void CheckEnd(string expected)
    {
        Span<byte> more = stackalloc byte[1];
        if (Read(more) > 0) throw Error(position - 1, $"the content goes on, expected {expected} and nothing more");
    }

    /// <summary>A complaint about the content.</summary>
    /// <param name="offset">Where in the content.</param>
    /// <param name="problem">What is wrong there.</param>
    /// <param name="inner">What was noticed first, if anything.</param>
    public InputException Error(long offset, string problem, Exception? inner = null)
    {
        var place = offset.ToString("N0", CultureInfo.InvariantCulture);
        return new InputException($"{Path}: at byte {place}{(IsCompressed ? " of the decompressed content" : "")} {problem}", inner);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) content.Dispose();
        base.Dispose(disposing);
    }

    private int ReadContent(Span<byte> buffer)
    {
        try
        {
            return content.Read(buffer);
        }
        catch (InvalidDataException error)
        {
            throw Error(position, "the compressed data is damaged", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Error(position, $"the file cannot be read: {error.Message}", error);
        }
    }

    /// <summary>
    /// The decompressor takes a file that was cut off for one that ends. The last eight bytes of the file are the check sum of the content and
    /// its length.
    /// </summary>
    private void CheckTrailer()
    {
        if (trailer is { } expected && expected != (((ulong)(uint)position << 32) | checkSum.GetCurrentHashAsUInt32()))
            throw Error(position, "the compressed data ends, but its check sum does not fit: the file is cut off or damaged");
    }

    private static ulong? Trailer(Stream file)
    {
        Span<byte> bytes = stackalloc byte[GzipTrailer];
        var first = bytes[..GzipMagic.Length];
        var isCompressed = file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual(GzipMagic);
        if (isCompressed && file.Length >= GzipTrailer)
        {
            file.Position = file.Length - GzipTrailer;
            file.ReadExactly(bytes);
        }

        file.Position = 0;
        return isCompressed ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : null;
    }
}
