using AutoMLZero.Data.Images;
using AutoMLZero.Data.ImageTasks;
using AutoMLZero.Data.Tests.Images;

namespace AutoMLZero.Data.Tests.ImageTasks;

/// <summary>A folder of data sets with the samples: CIFAR-10 with 20 training and 5 test images a class, MNIST with 20 and the same 20.</summary>
internal sealed class SampleLibrary : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SampleLibrary()
    {
        folder.Write("cifar10/cifar-10-binary.tar.gz", SampleFiles.CifarArchive);
        foreach (var part in new[] { "train", "t10k" })
        {
            folder.Write($"mnist/{part}-images-idx3-ubyte.gz", SampleFiles.MnistImages);
            folder.Write($"mnist/{part}-labels-idx1-ubyte.gz", SampleFiles.MnistLabels);
        }

        Library = new ImageLibrary(new DataFolder(folder.Path));
    }

    public ImageLibrary Library { get; }

    public string Path => folder.Path;

    /// <summary>Small tasks of the sample.</summary>
    public static ImageTaskSettings Settings { get; } = new()
    {
        DataSet = ImageDataSet.Cifar10,
        Classes = ImageClasses.SearchPairs,
        Features = ImageFeatures.Projected,
        Dimension = 16,
        Count = 3,
        TrainExamples = 30,
        ValidExamples = 10,
        ValidFrom = ImagePart.Train,
    };

    /// <summary>A library that has to read all files anew.</summary>
    public ImageLibrary Anew(DataMonitor monitor = default) => new(new DataFolder(folder.Path), monitor);

    public void Dispose() => folder.Dispose();
}
