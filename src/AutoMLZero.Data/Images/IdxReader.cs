using System.Buffers.Binary;
using AutoMLZero.Data.Files;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Images;

/// <summary>
/// Reads files in the IDX format of MNIST, compressed with gzip or not: big-endian 32-bit words that say what follows, then unsigned bytes.
/// </summary>
public static class IdxReader
{
    private const uint ImagesMagic = 0x803;
    private const uint LabelsMagic = 0x801;
    private const uint MaxImages = 10_000_000;
    private const int MaxSide = 1024;

    /// <summary>Reads images and their labels.</summary>
    /// <param name="imagesPath">Path of the file with the images.</param>
    /// <param name="labelsPath">Path of the file with the labels.</param>
    /// <param name="classes">Number of classes, 1 to 256.</param>
    /// <param name="monitor">Hears how far reading is.</param>
    /// <exception cref="InputException">A file cannot be read, is not what it should be, or has another number of entries than the other.</exception>
    public static ImageSet Read(string imagesPath, string labelsPath, int classes, DataMonitor monitor = default)
    {
        using var labels = DataFile.Open(labelsPath, monitor);
        using var images = DataFile.Open(imagesPath, monitor);
        return Read(images, labels, classes);
    }

    /// <summary>Reads images and their labels from files that are open.</summary>
    internal static ImageSet Read(DataFile imagesFile, DataFile labelsFile, int classes)
    {
        var labels = ReadLabels(labelsFile, classes);
        var pixels = ReadImages(imagesFile);
        return pixels.Count == labels.Length ? new ImageSet(pixels, labels) : throw new InputException(
            $"{imagesFile.Path} has {pixels.Count} images, but {labelsFile.Path} has {labels.Length} labels, expected equally many");
    }

    private static PixelBlocks ReadImages(DataFile file)
    {
        CheckMagic(file, ImagesMagic, "images");
        var count = Word(file, "the number of images", MaxImages);
        var shape = new ImageShape(1, Word(file, "the number of rows", MaxSide), Word(file, "the number of columns", MaxSide));
        var pixels = new PixelBlocks(shape);
        for (var i = 0; i < count; i++) file.Fill(pixels.Next(), $"{count} images of {shape} pixels, image {i} among them");
        file.CheckEnd($"{count} images of {shape} pixels");
        return pixels;
    }

    private static byte[] ReadLabels(DataFile file, int classes)
    {
        CheckMagic(file, LabelsMagic, "labels");
        var count = Word(file, "the number of labels", MaxImages);
        var start = file.Position;
        var labels = new byte[count];
        file.Fill(labels, $"{count} labels");
        file.CheckEnd($"{count} labels");
        var wrong = Array.FindIndex(labels, label => label >= classes);
        return wrong < 0 ? labels : throw file.Error(start + wrong, $"the label is {labels[wrong]}, expected 0 to {classes - 1}");
    }

    private static void CheckMagic(DataFile file, uint expected, string what)
    {
        Span<byte> bytes = stackalloc byte[4];
        file.Fill(bytes, $"an IDX file of {what}, which begins with 0x{expected:x8}");
        var found = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (found != expected) throw file.Error(0, $"the file begins with 0x{found:x8}, expected 0x{expected:x8}: an IDX file of {what}");
    }

    private static int Word(DataFile file, string what, uint most)
    {
        Span<byte> bytes = stackalloc byte[4];
        file.Fill(bytes, what);
        var found = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return found >= 1 && found <= most ? (int)found : throw file.Error(file.Position - 4, $"{what} is {found}, expected 1 to {most}");
    }
}
