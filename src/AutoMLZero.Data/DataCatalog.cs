using System.Collections.Immutable;
using AutoMLZero.Data.Images;
using AutoMLZero.Data.ImageTasks;
using AutoMLZero.Experiments;

namespace AutoMLZero.Data;

/// <summary>Makes the catalog of all tasks and presets: those of the core, and those of data sets.</summary>
public static class DataCatalog
{
    private static readonly SpecCatalog WithAllPresets = SpecCatalog.Core.WithPresets(typeof(DataCatalog).Assembly, "AutoMLZero.Data.Presets.");

    /// <summary>The names of the presets, in ordinal order, wherever the data sets are.</summary>
    public static ImmutableArray<string> PresetNames => WithAllPresets.PresetNames;

    /// <summary>The catalog.</summary>
    /// <param name="folder">Where the data sets are; files are touched when tasks are made of them, not before.</param>
    /// <param name="monitor">Hears how far reading files and making tasks is.</param>
    public static SpecCatalog Create(DataFolder folder, DataMonitor monitor = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return WithAllPresets.With(new ImageTaskFormat(new ImageLibrary(folder, monitor)));
    }
}
