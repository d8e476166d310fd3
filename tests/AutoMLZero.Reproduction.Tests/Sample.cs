using AutoMLZero.Data;
using AutoMLZero.Data.Images;

namespace AutoMLZero.Reproduction.Tests;

/// <summary>A folder with the samples of CIFAR-10 and MNIST, and room for experiments.</summary>
public sealed class Sample : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("automlzero-reproduction-").FullName;

    public Sample()
    {
        Copy("cifar-10-binary.tar.gz", "cifar10", "cifar-10-binary.tar.gz");
        foreach (var part in new[] { "train", "t10k" })
        {
            Copy("train-images-idx3-ubyte.gz", "mnist", $"{part}-images-idx3-ubyte.gz");
            Copy("train-labels-idx1-ubyte.gz", "mnist", $"{part}-labels-idx1-ubyte.gz");
        }
    }

    public DataFolder Data => new(In("data"));

    public string In(string name) => Path.Combine(root, name);

    public LaboratorySettings Settings(int workers = 2, ulong seed = 1) =>
        new() { Scale = Scale.Tiny, Seed = seed, Workers = workers, Catalog = DataCatalog.Create(Data) };

    public Reproducer Reproducer(LaboratorySettings settings) => new(settings, new ImageLibrary(Data));

    public void Dispose() => Directory.Delete(root, recursive: true);

    private void Copy(string file, string set, string name)
    {
        Directory.CreateDirectory(Path.Combine(Data.Path, set));
        File.Copy(Repository.Shared("data", "sample", file), Path.Combine(Data.Path, set, name));
    }
}
