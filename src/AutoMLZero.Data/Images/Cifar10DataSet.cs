using System.Collections.Immutable;

namespace AutoMLZero.Data.Images;

/// <summary>CIFAR-10, the binary version: an archive, or the folder that it unpacks to.</summary>
internal sealed class Cifar10DataSet : ImageDataSet
{
    private const string Archive = "cifar-10-binary.tar.gz";
    private const string UnpackedFolder = "cifar-10-batches-bin";

    /// <summary>Describes CIFAR-10.</summary>
    public Cifar10DataSet()
        : base(
            "cifar10",
            "CIFAR-10",
            CifarReader.Shape,
            ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"],
            [new(Archive, "c32a1d4ab5d03f1284b67883e8d87530", HashesContent: false, [new Uri("https://www.cs.toronto.edu/~kriz/" + Archive)])])
    {
    }

    /// <inheritdoc/>
    public override ImmutableArray<FoundFile> Find(string folder)
    {
        string[] archives = [Archive, Path.GetFileNameWithoutExtension(Archive)];
        if (Array.Find(archives, name => File.Exists(Path.Combine(folder, name))) is { } archive)
            return [new FoundFile(Path.Combine(folder, archive), archive, archive == Archive ? Files[0] : null)];
        string[] folders = [Path.Combine(folder, UnpackedFolder), folder];
        return [.. folders.Select(Batches).FirstOrDefault(batches => batches.Length > 0) ?? throw Missing(folder, Archive)];
    }

    /// <inheritdoc/>
    private protected override ImageData Read(ImmutableArray<FoundFile> files, DataMonitor monitor) =>
        CifarReader.Read(Path.GetDirectoryName(files[0].Target) is UnpackedFolder ? Path.GetDirectoryName(files[0].Path)! : files[0].Path, monitor);

    private static FoundFile[] Batches(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder).Where(file => CifarReader.IsBatch(Path.GetFileName(file))).Order(StringComparer.Ordinal)
            .Select(file => new FoundFile(file, Path.Combine(UnpackedFolder, Path.GetFileName(file)), null)),
    ];
}
