using AutoMLZero.Data.Downloads;
using AutoMLZero.Data.Images;
using AutoMLZero.Data.Tests.Images;

namespace AutoMLZero.Data.Tests.Downloads;

public sealed class DataInstallerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly HttpClient client = new();

    private DataInstaller Installer => new(new DataFolder(folder.In("data")));

    public void Dispose()
    {
        client.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task MNIST_is_downloaded_checked_and_not_downloaded_again()
    {
        using var server = new FileServer(ImageDataSet.Mnist.Files.ToDictionary(file => file.Name, file => File.ReadAllBytes(Mnist(file.Name))));
        server.Breaks.Enqueue(1_000_000);
        for (var i = 0; i < 2; i++)
        {
            var installed = await Installer.DownloadAsync(ImageDataSet.Mnist, client, server.Address);
            Assert.Equal((60_000, 10_000), (installed.Data.Train.Count, installed.Data.Test.Count));
            Assert.Equal(folder.In("data", "mnist"), installed.Folder);
            Assert.Empty(installed.Warnings);
        }

        Assert.Equal(
            [
                "train-images-idx3-ubyte.gz", "train-images-idx3-ubyte.gz from 1000000", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz",
                "t10k-labels-idx1-ubyte.gz",
            ],
            server.Requests);
        Assert.Equal(["mnist"], Directory.EnumerateFileSystemEntries(folder.In("data")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_download_that_is_not_what_was_published_is_refused_and_says_what_else_to_do()
    {
        using var server = new FileServer(new() { ["cifar-10-binary.tar.gz"] = SampleFiles.CifarArchive });
        var error = await Assert.ThrowsAsync<DownloadException>(() => Installer.DownloadAsync(ImageDataSet.Cifar10, client, server.Address));
        Assert.Equal(
            $"cifar-10-binary.tar.gz cannot be downloaded ({server.Address}cifar-10-binary.tar.gz: not the file that was published "
            + "(MD5 c32a1d4ab5d03f1284b67883e8d87530)): try again later to go on where it ended, or get the file otherwise and name its folder with "
            + $"--from, or put it into '{folder.In("data", "cifar10")}'",
            error.Message);
        Assert.Empty(Directory.EnumerateFiles(folder.In("data"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Files_of_ones_own_are_copied_with_a_warning(bool archive)
    {
        if (archive) folder.Write("mine/cifar-10-binary.tar.gz", SampleFiles.CifarArchive);
        else foreach (var (name, content) in SampleFiles.CifarFiles()) folder.Write($"mine/{name}", content);
        folder.Write("data/cifar10/old", [1]);
        var installed = Installer.Copy(ImageDataSet.Cifar10, folder.In("mine"));
        Assert.Equal((200, 50), (installed.Data.Train.Count, installed.Data.Test.Count));
        Assert.Contains(archive ? "is not the file that was published" : "cannot be compared", Assert.Single(installed.Warnings), StringComparison.Ordinal);
        Assert.Equal(200, new ImageLibrary(new DataFolder(folder.In("data"))).Read(ImageDataSet.Cifar10).Train.Count);
        Assert.False(File.Exists(folder.In("data", "cifar10", "old")));
    }

    [Fact]
    public void What_was_published_is_copied_without_a_warning() =>
        Assert.Empty(Installer.Copy(ImageDataSet.Mnist, Path.GetDirectoryName(Mnist("train-images-idx3-ubyte.gz"))!).Warnings);

    [Fact]
    public void Damaged_files_leave_what_is_there()
    {
        folder.Write("data/cifar10/cifar-10-binary.tar.gz", SampleFiles.CifarArchive);
        folder.Write("mine/cifar-10-binary.tar.gz", SampleFiles.CifarArchive[..^100]);
        Complaints.Of(() => Installer.Copy(ImageDataSet.Cifar10, folder.In("mine")));
        Assert.Equal(200, new ImageLibrary(new DataFolder(folder.In("data"))).Read(ImageDataSet.Cifar10).Train.Count);
    }

    [Fact]
    public void A_folder_that_is_missing_is_named() => Assert.Equal(
        $"there is no folder '{folder.In("mine")}', expected one with the files of MNIST",
        Complaints.Of(() => Installer.Copy(ImageDataSet.Mnist, folder.In("mine"))));

    [Fact]
    public void A_data_set_that_is_missing_says_how_to_get_it() => Assert.Equal(
        $"there is no MNIST in '{folder.In("data", "mnist")}': train-images-idx3-ubyte.gz is missing; 'automlzero data get mnist' gets it",
        Complaints.Of(() => new ImageLibrary(new DataFolder(folder.In("data"))).Read(ImageDataSet.Mnist)));

    private static string Mnist(string name) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.Sample("train-labels-idx1-ubyte.gz"))!, "..", "mnist", name));
}
