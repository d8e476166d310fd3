using System.Collections.Immutable;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using AutoMLZero.Data.Images;

namespace AutoMLZero.Data.ImageTasks;

/// <summary>
/// Keeps the numbers of a task set in a file of the folder of data sets, so that they are made once. What the file is named after is all that
/// the numbers depend on: settings, seed, and name, size and time of the files with the images. A file that is damaged counts as missing; one that
/// cannot be written is done without.
/// </summary>
internal sealed class ImageTaskCache
{
    private const string Version = "1";
    private const string Suffix = ".tasks";
    private const long MaxBytes = 4L << 30;
    private const long MaxBytesOfOne = 1L << 30;

    private readonly string folder;
    private readonly string path;
    private readonly byte[] key;
    private readonly ImageTaskSettings settings;

    /// <summary>Says what the file is called; nothing is read yet.</summary>
    /// <param name="data">The folder of data sets.</param>
    /// <param name="settings">Which tasks.</param>
    /// <param name="seed">Decides the tasks.</param>
    /// <param name="files">The files with the images.</param>
    public ImageTaskCache(DataFolder data, ImageTaskSettings settings, ulong seed, ImmutableArray<FoundFile> files)
    {
        this.settings = settings;
        var text = string.Join('\n', [Version, ImageTaskFormat.WriteUnscaled(settings).ToJsonString(), $"{seed}", .. files.Select(Identity)]);
        key = Encoding.UTF8.GetBytes(text);
        folder = data.Of("tasks");
        path = Path.Combine(folder, Convert.ToHexStringLower(XxHash128.Hash(key)) + Suffix);
    }

    private int RowLength => settings.Dimension;

    private long Length => key.Length + sizeof(ulong)
        + (settings.Count * ((long)settings.TrainExamples + settings.ValidExamples) * ((RowLength * sizeof(float)) + 1));

    /// <summary>The numbers of each task, or null when there is no such file.</summary>
    public ImageTaskNumbers[]? TryRead()
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true } info || info.Length != Length) return null;
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            return Read(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps the numbers.</summary>
    /// <param name="numbers">Those of each task.</param>
    public void Write(ImageTaskNumbers[] numbers)
    {
        if (Length > MaxBytesOfOne) return;
        try
        {
            Directory.CreateDirectory(folder);
            MakeRoom();
            WholeFile.WriteBytes(path, stream => Write(numbers, stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The tasks are there; only the next time they take as long to make.
        }
    }

    private ImageTaskNumbers[]? Read(FileStream file)
    {
        var hash = new XxHash3();
        byte[] Bytes(int count)
        {
            var bytes = new byte[count];
            file.ReadExactly(bytes);
            hash.Append(bytes);
            return bytes;
        }

        ImageExamples Part(int count) => new(MemoryMarshal.Cast<byte, float>(Bytes(count * RowLength * sizeof(float))).ToArray(), Bytes(count));
        if (!Bytes(key.Length).AsSpan().SequenceEqual(key)) return null;
        var numbers = new ImageTaskNumbers[settings.Count];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = new ImageTaskNumbers(Part(settings.TrainExamples), Part(settings.ValidExamples));
        var expected = hash.GetCurrentHashAsUInt64();
        return BitConverter.ToUInt64(Bytes(sizeof(ulong))) == expected ? numbers : null;
    }

    private void Write(ImageTaskNumbers[] numbers, Stream stream)
    {
        var hash = new XxHash3();
        void Bytes(ReadOnlySpan<byte> bytes)
        {
            stream.Write(bytes);
            hash.Append(bytes);
        }

        Bytes(key);
        foreach (var part in numbers.SelectMany(task => new[] { task.Train, task.Valid }))
        {
            Bytes(MemoryMarshal.AsBytes<float>(part.Features));
            Bytes(part.Labels);
        }

        stream.Write(BitConverter.GetBytes(hash.GetCurrentHashAsUInt64()));
    }

    /// <summary>Deletes the oldest files until all together take no more space than they may.</summary>
    private void MakeRoom()
    {
        var left = MaxBytes - Length;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*" + Suffix).OrderByDescending(file => file.LastWriteTimeUtc))
        {
            left -= file.Length;
            if (left < 0) file.Delete();
        }
    }

    private static string Identity(FoundFile file)
    {
        var info = new FileInfo(file.Path);
        return string.Create(CultureInfo.InvariantCulture, $"{file.Target} {info.Length} {info.LastWriteTimeUtc.Ticks}");
    }
}
