using System.Formats.Tar;
using System.IO.Compression;

namespace AutoMLZero.Data.Tests.Images;

/// <summary>The sample files, and the same bytes in other wrappings.</summary>
internal static class SampleFiles
{
    public const int CifarRecord = 3073;

    public static byte[] MnistImages { get; } = File.ReadAllBytes(Repository.Sample("train-images-idx3-ubyte.gz"));

    public static byte[] MnistLabels { get; } = File.ReadAllBytes(Repository.Sample("train-labels-idx1-ubyte.gz"));

    public static byte[] CifarArchive { get; } = File.ReadAllBytes(Repository.Sample("cifar-10-binary.tar.gz"));

    public static byte[] Decompressed(byte[] compressed)
    {
        using var stream = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var result = new MemoryStream();
        stream.CopyTo(result);
        return result.ToArray();
    }

    public static byte[] Compressed(byte[] content)
    {
        using var result = new MemoryStream();
        using (var stream = new GZipStream(result, CompressionLevel.Fastest)) stream.Write(content);
        return result.ToArray();
    }

    /// <summary>The files of the sample archive by name.</summary>
    public static Dictionary<string, byte[]> CifarFiles()
    {
        using var archive = new TarReader(new MemoryStream(Decompressed(CifarArchive)));
        var files = new Dictionary<string, byte[]>();
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null) continue;
            using var content = new MemoryStream();
            entry.DataStream.CopyTo(content);
            files.Add(Path.GetFileName(entry.Name), content.ToArray());
        }

        return files;
    }

    public static byte[] Tar(params (string Name, byte[] Content)[] files)
    {
        using var result = new MemoryStream();
        using (var archive = new TarWriter(result, TarEntryFormat.Ustar))
        {
            foreach (var (name, content) in files)
                archive.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }

        return result.ToArray();
    }

    /// <summary>An archive of the first images of the sample only, so that it reads fast.</summary>
    public static byte[] SmallCifarArchive()
    {
        var files = CifarFiles();
        return Tar(
            ("cifar-10-batches-bin/batches.meta.txt", files["batches.meta.txt"]),
            ("cifar-10-batches-bin/data_batch_1.bin", files["data_batch_1.bin"][..(2 * CifarRecord)]),
            ("cifar-10-batches-bin/data_batch_2.bin", files["data_batch_1.bin"][(2 * CifarRecord)..(3 * CifarRecord)]),
            ("cifar-10-batches-bin/test_batch.bin", files["test_batch.bin"][..CifarRecord]));
    }
}
