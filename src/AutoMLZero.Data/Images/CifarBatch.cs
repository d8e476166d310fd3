using AutoMLZero.Data.Files;

namespace AutoMLZero.Data.Images;

/// <summary>The images of one file of CIFAR-10's binary version.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Pixels">The values of the images.</param>
/// <param name="Labels">The classes of the images.</param>
internal sealed record CifarBatch(string Name, PixelBlocks Pixels, List<byte> Labels)
{
    /// <summary>Reads a batch to its end.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="stream">The content of the file.</param>
    /// <param name="container">The file that the stream is, or is part of, for complaints.</param>
    /// <param name="classes">Number of classes.</param>
    public static CifarBatch Read(string name, Stream stream, DataFile container, int classes)
    {
        var batch = new CifarBatch(name, new PixelBlocks(CifarReader.Shape), []);
        Span<byte> label = stackalloc byte[1];
        while (Fill(stream, label, container, name) > 0)
        {
            if (label[0] >= classes)
                throw container.Error(container.Position - 1, $"the label of image {batch.Labels.Count} of {name} is {label[0]}, expected 0 to {classes - 1}");
            var pixels = batch.Pixels.Next();
            if (Fill(stream, pixels, container, name) < pixels.Length)
                throw container.Error(container.Position, $"{name} ends within image {batch.Labels.Count}, expected records of {pixels.Length + 1} bytes");
            batch.Labels.Add(label[0]);
        }

        return batch.Labels.Count > 0 ? batch : throw container.Error(container.Position, $"{name} is empty, expected images");
    }

    private static int Fill(Stream stream, Span<byte> bytes, DataFile container, string name)
    {
        try
        {
            return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw container.Error(container.Position, $"the archive ends within {name}", error);
        }
    }
}
