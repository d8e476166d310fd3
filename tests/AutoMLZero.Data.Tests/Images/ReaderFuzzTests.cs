using AutoMLZero.Data.Files;
using AutoMLZero.Data.Images;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Data.Tests.Images;

/// <summary>
/// A damaged file ends with one sentence, or it is read right: a compressed file to the images of the undamaged one, as it has a check sum, and
/// another to images of the right shape with labels that are classes.
/// </summary>
public class ReaderFuzzTests
{
    private const string Name = "file";
    private const int Corruptions = 10_000;

    /// <summary>The sample archive takes long to read; AUTOMLZERO_FUZZ=10000 damages it as often as the other files.</summary>
    private static readonly int OfTheWholeArchive = int.TryParse(Environment.GetEnvironmentVariable("AUTOMLZERO_FUZZ"), out var count) ? count : 200;

    [Fact]
    public void Damaged_MNIST_images_are_refused_or_read_right() =>
        Fuzz(Corruptions, SampleFiles.MnistImages, file => ReadMnist(file, Open(SampleFiles.MnistLabels)));

    [Fact]
    public void Damaged_MNIST_images_that_are_not_compressed_are_refused_or_read_right() =>
        Fuzz(Corruptions, SampleFiles.Decompressed(SampleFiles.MnistImages), file => ReadMnist(file, Open(SampleFiles.MnistLabels)));

    [Fact]
    public void Damaged_MNIST_labels_are_refused_or_read_right() =>
        Fuzz(Corruptions, SampleFiles.MnistLabels, file => ReadMnist(Open(SampleFiles.MnistImages), file));

    [Fact]
    public void Damaged_MNIST_labels_that_are_not_compressed_are_refused_or_read_right() =>
        Fuzz(Corruptions / 10, SampleFiles.Decompressed(SampleFiles.MnistLabels), file => ReadMnist(Open(SampleFiles.MnistImages), file));

    [Fact]
    public void A_damaged_archive_is_refused_or_read_right() => Fuzz(OfTheWholeArchive, SampleFiles.CifarArchive, ReadCifar);

    [Fact]
    public void A_small_damaged_archive_is_refused_or_read_right() =>
        Fuzz(Corruptions, SampleFiles.Compressed(SampleFiles.SmallCifarArchive()), ReadCifar);

    [Fact]
    public void A_damaged_archive_that_is_not_compressed_is_refused_or_read_right() => Fuzz(Corruptions, SampleFiles.SmallCifarArchive(), ReadCifar);

    private static DataFile Open(byte[] bytes) => DataFile.Of(new MemoryStream(bytes), Name, default);

    private static ImageSet[] ReadMnist(DataFile images, DataFile labels) => [IdxReader.Read(images, labels, 10)];

    private static ImageSet[] ReadCifar(DataFile file)
    {
        var data = CifarReader.Read(file);
        return [data.Train, data.Test];
    }

    private static void Fuzz(int corruptions, byte[] bytes, Func<DataFile, ImageSet[]> read)
    {
        var random = new RandomSource(1);
        var undamaged = Describe(read(Open(bytes)));
        var refused = 0;
        for (var i = 0; i < corruptions; i++)
        {
            using var file = Open(Corruption.Of(bytes, random));
            try
            {
                var found = Describe(read(file));
                if (file.IsCompressed) Assert.Equal(undamaged, found);
            }
            catch (InputException error)
            {
                Assert.DoesNotContain('\n', error.Message);
                Assert.StartsWith(Name, error.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, corruptions / 4, corruptions);
    }

    /// <summary>A hash of all images and labels, which are looked at on the way.</summary>
    private static ulong Describe(ImageSet[] sets)
    {
        var hash = 0ul;
        foreach (var set in sets)
        {
            hash = SplitMix.Derive(hash, (ulong)set.Count);
            for (var i = 0; i < set.Count; i++)
            {
                Assert.InRange(set.Label(i), 0, 9);
                hash = SplitMix.Derive(hash, (ulong)set.Label(i));
                foreach (var word in System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ulong>(set.Pixels(i))) hash = SplitMix.Mix(hash ^ word);
            }
        }

        return hash;
    }
}
