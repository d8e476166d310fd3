using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Images;

/// <summary>A published data set of images of ten classes.</summary>
public abstract class ImageDataSet
{
    private protected ImageDataSet(string name, string title, ImageShape shape, ImmutableArray<string> classes, ImmutableArray<DataSetFile> files)
    {
        Name = name;
        Title = title;
        Shape = shape;
        Classes = classes;
        Files = files;
    }

    /// <summary>MNIST: handwritten digits (LeCun, Bottou, Bengio and Haffner, 1998).</summary>
    public static ImageDataSet Mnist { get; } = new MnistDataSet();

    /// <summary>CIFAR-10: small photographs (Krizhevsky, 2009).</summary>
    public static ImageDataSet Cifar10 { get; } = new Cifar10DataSet();

    /// <summary>All of them.</summary>
    public static ImmutableArray<ImageDataSet> All { get; } = [Mnist, Cifar10];

    /// <summary>The name in commands, specs and folders, such as <c>mnist</c>.</summary>
    public string Name { get; }

    /// <summary>The name in sentences, such as MNIST.</summary>
    public string Title { get; }

    /// <summary>The shape of its images.</summary>
    public ImageShape Shape { get; }

    /// <summary>The names of its classes.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>The files in which it is published.</summary>
    public ImmutableArray<DataSetFile> Files { get; }

    /// <summary>Finds the files of the data set in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InputException">A file is missing.</exception>
    public abstract ImmutableArray<FoundFile> Find(string folder);

    /// <summary>Reads the data set.</summary>
    /// <param name="folder">The folder with its files.</param>
    /// <param name="monitor">Hears how far reading is.</param>
    /// <exception cref="InputException">A file is missing, cannot be read or is not what it should be.</exception>
    public ImageData Read(string folder, DataMonitor monitor = default)
    {
        var data = Read(Find(folder), monitor);
        if (data.Train.Shape != Shape || data.Test.Shape != Shape)
            throw new InputException($"{folder} has images of {data.Train.Shape} and {data.Test.Shape} pixels, expected {Shape} as {Title} has");
        return data;
    }

    private protected abstract ImageData Read(ImmutableArray<FoundFile> files, DataMonitor monitor);

    private protected InputException Missing(string folder, string what) => new($"there is no {Title} in '{folder}': {what} is missing");
}
