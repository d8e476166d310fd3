using System.Collections.Immutable;
using AutoMLZero.Data.Images;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Downloads;

/// <summary>Puts data sets into the folder of data sets. A data set is checked before it replaces one that is there.</summary>
/// <param name="folder">The folder of data sets.</param>
/// <param name="monitor">Hears how far the work is.</param>
public sealed class DataInstaller(DataFolder folder, DataMonitor monitor = default)
{
    /// <summary>Copies a data set from files on this machine.</summary>
    /// <param name="set">Which one.</param>
    /// <param name="source">The folder with the files.</param>
    /// <exception cref="InputException">A file is missing, cannot be read or is not what it should be.</exception>
    public InstalledData Copy(ImageDataSet set, string source)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (!Directory.Exists(source)) throw new InputException($"there is no folder '{source}', expected one with the files of {set.Title}");
        var data = set.Read(source, monitor);
        var files = set.Find(source);
        var copies = folder.Of($"{set.Name}.new");
        if (Directory.Exists(copies)) Directory.Delete(copies, recursive: true);
        foreach (var file in files) Copy(file, Path.Combine(copies, file.Target));
        return new InstalledData(Replace(set, copies), data, Warnings(set, files));
    }

    /// <summary>Downloads a data set, unless it is there. What an earlier attempt brought is not asked for again.</summary>
    /// <param name="set">Which one.</param>
    /// <param name="client">Asks the servers.</param>
    /// <param name="mirror">The address of a folder to download from; the data set's home and known mirrors when null.</param>
    /// <exception cref="DownloadException">A file could not be downloaded, or is not the one that was published.</exception>
    public async Task<InstalledData> DownloadAsync(ImageDataSet set, HttpClient client, Uri? mirror = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(client);
        if (IsInstalled(set)) return new InstalledData(folder.Of(set.Name), set.Read(folder.Of(set.Name), monitor), []);
        var downloads = Directory.CreateDirectory(folder.Of($"{set.Name}.download")).FullName;
        foreach (var file in set.Files)
        {
            var path = Path.Combine(downloads, file.Name);
            ImmutableArray<Uri> addresses = mirror is null ? file.Addresses : [new Uri(mirror.AbsoluteUri.TrimEnd('/') + "/" + file.Name)];
            if (!IsOriginal(path, file)) await DownloadAsync(set, file, client, addresses, path).ConfigureAwait(false);
        }

        var data = set.Read(downloads, monitor);
        return new InstalledData(Replace(set, downloads), data, []);
    }

    private async Task DownloadAsync(ImageDataSet set, DataSetFile file, HttpClient client, ImmutableArray<Uri> addresses, string path)
    {
        var failures = new List<string>();
        foreach (var address in addresses)
        {
            try
            {
                await new Download(client, monitor).FetchAsync(address, path).ConfigureAwait(false);
                if (IsOriginal(path, file)) return;
                File.Delete(path);
                failures.Add($"{address}: not the file that was published (MD5 {file.Md5}{(file.HashesContent ? " of its decompressed content" : "")})");
            }
            catch (DownloadException error)
            {
                failures.Add(error.Message);
            }
        }

        throw new DownloadException(
            $"{file.Name} cannot be downloaded ({string.Join("; ", failures)}): try again later to go on where it ended, or get the file otherwise and "
            + $"name its folder with --from, or put it into '{folder.Of(set.Name)}'");
    }

    private bool IsInstalled(ImageDataSet set)
    {
        try
        {
            return set.Find(folder.Of(set.Name)).All(file => file.Original is { } original && IsOriginal(file.Path, original));
        }
        catch (InputException)
        {
            return false;
        }
    }

    private bool IsOriginal(string path, DataSetFile file)
    {
        try
        {
            return File.Exists(path) && FileHash.Md5(path, file, monitor) == file.Md5;
        }
        catch (InputException)
        {
            return false;
        }
    }

    private ImmutableArray<string> Warnings(ImageDataSet set, ImmutableArray<FoundFile> files) =>
    [
        .. files.Where(file => file.Original is { } original && FileHash.Md5(file.Path, original, monitor) != original.Md5)
            .Select(file => $"{file.Path} is not the file that was published (MD5 {file.Original!.Md5}): results may differ from those on {set.Title}"),
        .. files.Where(file => file.Original is null).Take(1)
            .Select(file => $"{file.Path} cannot be compared with what was published: results may differ from those on {set.Title}"),
    ];

    private void Copy(FoundFile file, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var from = new Files.MonitoredStream(File.OpenRead(file.Path), $"copying {Path.GetFileName(file.Path)}", monitor);
        using var to = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None);
        from.CopyTo(to);
    }

    private string Replace(ImageDataSet set, string with)
    {
        var target = folder.Of(set.Name);
        if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
        Directory.Move(with, target);
        return target;
    }
}
