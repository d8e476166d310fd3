using System.Buffers.Binary;
using AutoMLZero.Data.Images;

namespace AutoMLZero.Data.Tests.Images;

public sealed class IdxReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_sample_reads_compressed_and_not(bool compressed)
    {
        var set = Read(Wrapped(SampleFiles.MnistImages, compressed), Wrapped(SampleFiles.MnistLabels, compressed));
        var content = SampleFiles.Decompressed(SampleFiles.MnistImages);
        Assert.Equal((200, new ImageShape(1, 28, 28)), (set.Count, set.Shape));
        Assert.Equal(Enumerable.Repeat(20, 10), set.ByClass.Select(indices => indices.Length));
        for (var i = 0; i < set.Count; i++) Assert.True(set.Pixels(i).SequenceEqual(content.AsSpan(16 + (i * 784), 784)));
        Assert.Equal(SampleFiles.Decompressed(SampleFiles.MnistLabels)[8..], Enumerable.Range(0, 200).Select(i => (byte)set.Label(i)));
    }

    [Fact]
    public void Reading_is_heard_of()
    {
        var heard = new List<DataProgress>();
        IdxReader.Read(
            folder.Write("images", SampleFiles.MnistImages),
            folder.Write("labels", SampleFiles.MnistLabels),
            10,
            new DataMonitor(new Immediate<DataProgress>(heard.Add)));
        Assert.Equal(["reading labels", "reading images"], heard.Select(progress => progress.Activity).Distinct());
        Assert.All(heard, progress => Assert.InRange(progress.Done, 1, progress.Total));
    }

    [Fact]
    public void Reading_can_be_ended() => Assert.Throws<OperationCanceledException>(() => IdxReader.Read(
        folder.Write("images", SampleFiles.MnistImages),
        folder.Write("labels", SampleFiles.MnistLabels),
        10,
        new DataMonitor(null, new CancellationToken(canceled: true))));

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.StartsWith($"the file '{folder.In("none")}' cannot be read: ", Complaints.Of(() => IdxReader.Read(folder.In("none"), folder.In("none"), 10)), StringComparison.Ordinal);

    [Fact]
    public void Labels_in_place_of_images_are_noticed() => Assert.Equal(
        $"{folder.In("images")}: at byte 0 of the decompressed content the file begins with 0x00000801, expected 0x00000803: an IDX file of images",
        Complaints.Of(() => Read(SampleFiles.MnistLabels, SampleFiles.MnistLabels)));

    [Fact]
    public void A_file_that_is_cut_off_is_refused_with_the_offset()
    {
        var content = SampleFiles.Decompressed(SampleFiles.MnistImages);
        Assert.Equal(
            $"{folder.In("images")}: at byte 1,000 the content ends, expected 200 images of 28 x 28 pixels, image 1 among them",
            Complaints.Of(() => Read(content[..1000], SampleFiles.MnistLabels)));
    }

    [Fact]
    public void A_compressed_file_that_is_cut_off_in_its_trailer_is_refused() => Assert.Equal(
        $"{folder.In("images")}: at byte 156,816 of the decompressed content the compressed data ends, but its check sum does not fit: the file is cut off or damaged",
        Complaints.Of(() => Read(SampleFiles.MnistImages[..^2], SampleFiles.MnistLabels)));

    [Fact]
    public void A_file_with_more_than_it_says_is_refused_with_the_offset() => Assert.Equal(
        $"{folder.In("labels")}: at byte 208 the content goes on, expected 200 labels and nothing more",
        Complaints.Of(() => Read(SampleFiles.MnistImages, [.. SampleFiles.Decompressed(SampleFiles.MnistLabels), 0])));

    [Fact]
    public void A_label_that_is_no_class_is_refused_with_the_offset()
    {
        var labels = SampleFiles.Decompressed(SampleFiles.MnistLabels);
        labels[108] = 10;
        Assert.Equal(
            $"{folder.In("labels")}: at byte 108 the label is 10, expected 0 to 9", Complaints.Of(() => Read(SampleFiles.MnistImages, labels)));
    }

    [Fact]
    public void Fewer_labels_than_images_are_refused()
    {
        var labels = SampleFiles.Decompressed(SampleFiles.MnistLabels)[..^1];
        BinaryPrimitives.WriteUInt32BigEndian(labels.AsSpan(4), 199);
        Assert.Equal(
            $"{folder.In("images")} has 200 images, but {folder.In("labels")} has 199 labels, expected equally many",
            Complaints.Of(() => Read(SampleFiles.MnistImages, labels)));
    }

    [Fact]
    public void A_header_that_promises_more_than_there_is_costs_no_memory()
    {
        byte[] header = [0, 0, 8, 3, 0, 0x98, 0x96, 0x80, 0, 0, 4, 0, 0, 0, 4, 0];
        Assert.Equal(
            $"{folder.In("images")}: at byte 16 the content ends, expected 10000000 images of 1024 x 1024 pixels, image 0 among them",
            Complaints.Of(() => Read(header, SampleFiles.MnistLabels)));
    }

    private static byte[] Wrapped(byte[] compressed, bool keep) => keep ? compressed : SampleFiles.Decompressed(compressed);

    private ImageSet Read(byte[] images, byte[] labels) => IdxReader.Read(folder.Write("images", images), folder.Write("labels", labels), 10);
}
