using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Images;

/// <summary>
/// The data sets of images in a folder. Each is read when it is first needed, and kept as long as there is memory. Safe to use from several
/// threads.
/// </summary>
/// <param name="folder">Where the data sets are.</param>
/// <param name="monitor">Hears how far reading and making tasks is.</param>
public sealed class ImageLibrary(DataFolder folder, DataMonitor monitor = default)
{
    private readonly Lock gate = new();
    private readonly Dictionary<ImageDataSet, WeakReference<ImageData>> loaded = [];

    /// <summary>Where the data sets are.</summary>
    public DataFolder Folder => folder;

    /// <summary>Hears how far reading and making tasks is.</summary>
    public DataMonitor Monitor => monitor;

    /// <summary>A data set.</summary>
    /// <param name="set">Which one.</param>
    /// <exception cref="InputException">A file is missing, cannot be read or is not what it should be.</exception>
    public ImageData Read(ImageDataSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        lock (gate)
        {
            if (loaded.TryGetValue(set, out var known) && known.TryGetTarget(out var data)) return data;
            Find(set);
            data = set.Read(folder.Of(set.Name), monitor);
            loaded[set] = new WeakReference<ImageData>(data);
            return data;
        }
    }

    /// <summary>The files of a data set.</summary>
    /// <param name="set">Which one.</param>
    /// <exception cref="InputException">A file is missing.</exception>
    public ImmutableArray<FoundFile> Find(ImageDataSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        try
        {
            return set.Find(folder.Of(set.Name));
        }
        catch (InputException error)
        {
            throw new InputException($"{error.Message}; 'automlzero data get {set.Name}' gets it", error);
        }
    }
}
