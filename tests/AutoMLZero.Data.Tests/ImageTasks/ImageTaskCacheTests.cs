using AutoMLZero.Data.ImageTasks;

namespace AutoMLZero.Data.Tests.ImageTasks;

public sealed class ImageTaskCacheTests : IDisposable
{
    private readonly SampleLibrary sample = new();

    private string[] Files => Directory.Exists(Folder) ? Directory.GetFiles(Folder) : [];

    private string Folder => Path.Combine(sample.Path, "tasks");

    public void Dispose() => sample.Dispose();

    [Fact]
    public void Tasks_are_made_once()
    {
        var made = Make(out var images);
        Assert.True(images);
        Assert.Equal(made, Make(out images));
        Assert.False(images);
        Assert.Single(Files);
    }

    [Fact]
    public void Another_seed_and_other_settings_are_other_tasks()
    {
        new ImageTaskSource(SampleLibrary.Settings, sample.Library).Create(1);
        new ImageTaskSource(SampleLibrary.Settings, sample.Library).Create(2);
        new ImageTaskSource(SampleLibrary.Settings with { ValidFrom = ImagePart.Test }, sample.Library).Create(1);
        Assert.Equal(3, Files.Length);
    }

    [Fact]
    public void Other_images_are_other_tasks()
    {
        Make(out _);
        var archive = Path.Combine(sample.Path, "cifar10", "cifar-10-binary.tar.gz");
        File.SetLastWriteTimeUtc(archive, File.GetLastWriteTimeUtc(archive).AddSeconds(1));
        Make(out var images);
        Assert.True(images);
    }

    [Fact]
    public void A_damaged_file_is_made_anew()
    {
        var made = Make(out _);
        var file = Files.Single();
        var bytes = File.ReadAllBytes(file);
        for (var at = 0; at < bytes.Length; at += 777)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 1;
            File.WriteAllBytes(file, damaged);
            Assert.Equal(made, Make(out var images));
            Assert.True(images);
        }

        File.WriteAllBytes(file, bytes[..^1]);
        Assert.Equal(made, Make(out _));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_done_without()
    {
        File.WriteAllText(Folder, "in the way");
        Make(out var images);
        Assert.True(images);
    }

    private ulong Make(out bool images)
    {
        var activities = new HashSet<string>();
        var library = sample.Anew(new DataMonitor(new Immediate<DataProgress>(progress => activities.Add(progress.Activity))));
        var hash = ImageTaskSourceTests.Hash(new ImageTaskSource(SampleLibrary.Settings, library).Create(1));
        images = activities.Contains("making tasks of CIFAR-10");
        return hash;
    }
}
