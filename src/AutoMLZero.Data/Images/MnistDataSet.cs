using System.Collections.Immutable;

namespace AutoMLZero.Data.Images;

/// <summary>MNIST in four files of the IDX format.</summary>
internal sealed class MnistDataSet : ImageDataSet
{
    private const string Compressed = ".gz";

    private static readonly string[] Homes =
    [
        "http://yann.lecun.com/exdb/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/", "https://ossci-datasets.s3.amazonaws.com/mnist/",
    ];

    /// <summary>Describes MNIST.</summary>
    public MnistDataSet()
        : base(
            "mnist",
            "MNIST",
            new ImageShape(1, 28, 28),
            [.. Enumerable.Range(0, 10).Select(digit => $"digit {digit}")],
            [
                File("train-images-idx3-ubyte", "6bbc9ace898e44ae57da46a324031adb"),
                File("train-labels-idx1-ubyte", "a25bea736e30d166cdddb491f175f624"),
                File("t10k-images-idx3-ubyte", "2646ac647ad5339dbf082846283269ea"),
                File("t10k-labels-idx1-ubyte", "27ae3e4e09519cfbb04c329615203637"),
            ])
    {
    }

    /// <inheritdoc/>
    public override ImmutableArray<FoundFile> Find(string folder) => [.. Files.Select(file => Find(folder, file))];

    /// <inheritdoc/>
    private protected override ImageData Read(ImmutableArray<FoundFile> files, DataMonitor monitor) => new(
        IdxReader.Read(files[0].Path, files[1].Path, Classes.Length, monitor),
        IdxReader.Read(files[2].Path, files[3].Path, Classes.Length, monitor));

    /// <summary>The file, compressed or not, under the names that it goes by.</summary>
    private FoundFile Find(string folder, DataSetFile file)
    {
        var plain = file.Name[..^Compressed.Length];
        var dotted = plain.Replace("-idx", ".idx", StringComparison.Ordinal);
        string[] names = [file.Name, plain, dotted + Compressed, dotted];
        var found = Array.Find(names, name => System.IO.File.Exists(Path.Combine(folder, name))) ?? throw Missing(folder, file.Name);
        return new FoundFile(Path.Combine(folder, found), found.EndsWith(Compressed, StringComparison.Ordinal) ? file.Name : plain, file);
    }

    private static DataSetFile File(string name, string md5) =>
        new(name + Compressed, md5, HashesContent: true, [.. Homes.Select(home => new Uri(home + name + Compressed))]);
}
