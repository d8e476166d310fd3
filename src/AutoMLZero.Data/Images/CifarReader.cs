using System.Formats.Tar;
using AutoMLZero.Data.Files;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Images;

/// <summary>
/// Reads the binary version of CIFAR-10: an archive (tar, compressed with gzip or not) or a folder, with files <c>data_batch_*.bin</c> of training
/// images and <c>test_batch.bin</c>. A record is a byte for the label and 3072 bytes for the pixels: red, green, blue, row by row.
/// </summary>
public static class CifarReader
{
    private const string TestBatch = "test_batch.bin";
    private const int Classes = 10;

    /// <summary>The shape of the images.</summary>
    public static ImageShape Shape { get; } = new(3, 32, 32);

    /// <summary>Reads the data set; training batches are taken in the order of their names, as numbers.</summary>
    /// <param name="path">Path of the archive or the folder.</param>
    /// <param name="monitor">Hears how far reading is.</param>
    /// <exception cref="InputException">A file cannot be read, is not what it should be, or is missing.</exception>
    public static ImageData Read(string path, DataMonitor monitor = default)
    {
        if (Directory.Exists(path)) return Data(ReadFolder(path, monitor), path);
        using var archive = DataFile.Open(path, monitor);
        return Read(archive);
    }

    /// <summary>Reads the data set from an archive that is open.</summary>
    internal static ImageData Read(DataFile archive) => Data(ReadArchive(archive), archive.Path);

    /// <summary>Whether a file of this name holds images.</summary>
    /// <param name="name">The name, without folders.</param>
    internal static bool IsBatch(string name) =>
        name == TestBatch || (name.StartsWith("data_batch_", StringComparison.Ordinal) && name.EndsWith(".bin", StringComparison.Ordinal));

    private static ImageData Data(List<CifarBatch> batches, string path)
    {
        var test = batches.Find(batch => batch.Name == TestBatch);
        CifarBatch[] train =
        [
            .. batches.Where(batch => batch.Name != TestBatch)
                .OrderBy(batch => batch.Name.Length).ThenBy(batch => batch.Name, StringComparer.Ordinal),
        ];
        if (train.Length == 0) throw new InputException($"{path} has no training images, expected data_batch_1.bin and perhaps more");
        return test is null
            ? throw new InputException($"{path} has no test images, expected {TestBatch}")
            : new ImageData(Joined(train), Joined([test]));
    }

    private static List<CifarBatch> ReadFolder(string path, DataMonitor monitor)
    {
        var batches = new List<CifarBatch>();
        foreach (var file in Directory.EnumerateFiles(path).Where(file => IsBatch(Path.GetFileName(file))).Order(StringComparer.Ordinal))
        {
            using var content = DataFile.Open(file, monitor);
            batches.Add(CifarBatch.Read(Path.GetFileName(file), content, content, Classes));
        }

        return batches;
    }

    private static List<CifarBatch> ReadArchive(DataFile content)
    {
        using var archive = new TarReader(content);
        var batches = new List<CifarBatch>();
        while (Next(archive, content) is { } entry)
        {
            var name = entry.Name[(entry.Name.LastIndexOf('/') + 1)..];
            if (entry.DataStream is not { } stream || !IsBatch(name)) continue;
            if (batches.Exists(batch => batch.Name == name)) throw content.Error(content.Position, $"the archive has {name} once more, expected it once");
            batches.Add(CifarBatch.Read(name, stream, content, Classes));
        }

        while (content.Read(new byte[4096]) > 0)
        {
            // What follows the last file is padding; it is read because the end of a compressed file holds its check sum.
        }

        return batches;
    }

    private static TarEntry? Next(TarReader archive, DataFile content)
    {
        try
        {
            return archive.GetNextEntry();
        }
        catch (Exception error) when (error is InvalidDataException or IOException or FormatException or ArgumentException
            or OverflowException or NotSupportedException or InvalidOperationException)
        {
            throw content.Error(content.Position, "there is no entry of a tar archive, expected the archive of CIFAR-10's binary version", error);
        }
    }

    private static ImageSet Joined(CifarBatch[] batches)
    {
        var pixels = batches[0].Pixels;
        foreach (var batch in batches.AsSpan(1)) pixels.Add(batch.Pixels);
        return new ImageSet(pixels, [.. batches.SelectMany(batch => batch.Labels)]);
    }
}
