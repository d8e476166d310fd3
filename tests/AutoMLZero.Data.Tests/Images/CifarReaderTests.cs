using AutoMLZero.Data.Images;

namespace AutoMLZero.Data.Tests.Images;

public sealed class CifarReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, byte[]> files = SampleFiles.CifarFiles();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_sample_reads_from_archives_and_from_a_folder()
    {
        foreach (var (name, content) in files) folder.Write($"batches/{name}", content);
        string[] paths =
        [
            folder.Write("a.tar.gz", SampleFiles.CifarArchive),
            folder.Write("a.tar", SampleFiles.Decompressed(SampleFiles.CifarArchive)),
            folder.In("batches"),
        ];
        foreach (var path in paths)
        {
            var data = CifarReader.Read(path);
            CheckEqual(files["data_batch_1.bin"], data.Train);
            CheckEqual(files["test_batch.bin"], data.Test);
        }
    }

    [Fact]
    public void Batches_are_taken_in_the_order_of_their_numbers()
    {
        var batch = files["data_batch_1.bin"];
        byte[] Records(int from, int to) => batch[(from * SampleFiles.CifarRecord)..(to * SampleFiles.CifarRecord)];
        var archive = SampleFiles.Tar(
            ("data_batch_10.bin", Records(5, 9)),
            ("readme.html", [1, 2, 3]),
            ("test_batch.bin", files["test_batch.bin"]),
            ("data_batch_2.bin", Records(2, 5)),
            ("data_batch_1.bin", Records(0, 2)));
        CheckEqual(Records(0, 9), CifarReader.Read(folder.Write("a.tar", archive)).Train);
    }

    [Fact]
    public void An_archive_without_test_images_is_refused() => Assert.Equal(
        $"{folder.In("a.tar")} has no test images, expected test_batch.bin",
        Complaints.Of(() => CifarReader.Read(folder.Write("a.tar", SampleFiles.Tar(("data_batch_1.bin", files["data_batch_1.bin"]))))));

    [Fact]
    public void A_folder_without_training_images_is_refused() => Assert.Equal(
        $"{folder.Path} has no training images, expected data_batch_1.bin and perhaps more", Complaints.Of(() => CifarReader.Read(folder.Path)));

    [Fact]
    public void A_batch_that_ends_within_an_image_is_refused_with_the_offset()
    {
        folder.Write("test_batch.bin", files["test_batch.bin"][..5000]);
        Assert.Equal(
            $"{folder.In("test_batch.bin")}: at byte 5,000 test_batch.bin ends within image 1, expected records of 3073 bytes",
            Complaints.Of(() => CifarReader.Read(folder.Path)));
    }

    [Fact]
    public void A_label_that_is_no_class_is_refused_with_the_offset()
    {
        files["test_batch.bin"][SampleFiles.CifarRecord * 2] = 77;
        folder.Write("test_batch.bin", files["test_batch.bin"]);
        Assert.Equal(
            $"{folder.In("test_batch.bin")}: at byte 6,146 the label of image 2 of test_batch.bin is 77, expected 0 to 9",
            Complaints.Of(() => CifarReader.Read(folder.Path)));
    }

    [Fact]
    public void An_archive_that_is_cut_off_is_refused_with_the_offset()
    {
        var message = Complaints.Of(() => CifarReader.Read(folder.Write("a.tar.gz", SampleFiles.CifarArchive[..300_000])));
        Assert.StartsWith($"{folder.In("a.tar.gz")}: at byte ", message, StringComparison.Ordinal);
        Assert.EndsWith("the compressed data ends, but its check sum does not fit: the file is cut off or damaged", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_archive_is_refused() => Assert.Equal(
        $"{folder.In("a.tar")}: at byte 512 there is no entry of a tar archive, expected the archive of CIFAR-10's binary version",
        Complaints.Of(() => CifarReader.Read(folder.Write("a.tar", [.. Enumerable.Repeat((byte)'x', 3000)]))));

    [Fact]
    public void A_batch_twice_is_refused()
    {
        var archive = SampleFiles.Tar(("a/test_batch.bin", files["test_batch.bin"]), ("b/test_batch.bin", files["test_batch.bin"]));
        Assert.Contains("the archive has test_batch.bin once more", Complaints.Of(() => CifarReader.Read(folder.Write("a.tar", archive))), StringComparison.Ordinal);
    }

    private static void CheckEqual(byte[] records, ImageSet set)
    {
        Assert.Equal(records.Length / SampleFiles.CifarRecord, set.Count);
        Assert.Equal(new ImageShape(3, 32, 32), set.Shape);
        for (var i = 0; i < set.Count; i++)
        {
            var record = records.AsSpan(i * SampleFiles.CifarRecord, SampleFiles.CifarRecord);
            Assert.Equal(record[0], set.Label(i));
            Assert.True(record[1..].SequenceEqual(set.Pixels(i)));
        }
    }
}
