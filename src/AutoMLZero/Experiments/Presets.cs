using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>The specs of synthetic tasks that come with the library: the presets of <see cref="SpecCatalog.Core"/>.</summary>
public static class Presets
{
    /// <summary>The names, in ordinal order.</summary>
    public static ImmutableArray<string> Names => SpecCatalog.Core.PresetNames;

    /// <summary>The JSON text of a preset.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="InputException">There is no such preset.</exception>
    public static string Json(string name) => SpecCatalog.Core.PresetJson(name);

    /// <summary>The spec of a preset.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="overrides">Values to put in, as for <see cref="SpecReader.Read"/>.</param>
    /// <exception cref="InputException">There is no such preset, or an override does not fit.</exception>
    public static ExperimentSpec Load(string name, IEnumerable<KeyValuePair<string, string>>? overrides = null) =>
        SpecCatalog.Core.LoadPreset(name, overrides);
}
