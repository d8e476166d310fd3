using System.Collections.Immutable;
using System.Text;
using AutoMLZero.Reports.Pictures;

namespace AutoMLZero.Reports;

/// <summary>Files of reports, which are there in full or not at all.</summary>
public static class ReportFiles
{
    /// <summary>Writes each picture as SVG, and as PNG on light and on dark ground.</summary>
    /// <param name="folder">The folder, which is made if it is not there.</param>
    /// <param name="pictures">The pictures.</param>
    /// <returns>The names of the files.</returns>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static ImmutableArray<string> Write(string folder, IReadOnlyList<Picture> pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var picture in pictures)
        {
            Add($"{picture.Name}.svg", Encoding.UTF8.GetBytes(picture.Svg()));
            Add($"{picture.Name}.png", picture.Png());
            Add($"{picture.Name}-dark.png", picture.Png(dark: true));
        }

        return names.DrainToImmutable();

        void Add(string name, byte[] content)
        {
            Write(folder, name, content);
            names.Add(name);
        }
    }

    /// <summary>Writes a file under a temporary name, then gives it its name.</summary>
    internal static void Write(string folder, string name, byte[] content)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        var temporary = $"{path}.{Environment.ProcessId}.new";
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
