using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>The specs that come with the library.</summary>
public static class Presets
{
    private const string Prefix = "AutoMLZero.Experiments.Presets.";
    private const string Suffix = ".json";

    /// <summary>The names, in ordinal order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(Presets).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The JSON text of a preset.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="InputException">There is no such preset.</exception>
    public static string Json(string name)
    {
        if (!Names.Contains(name)) throw new InputException($"there is no preset '{name}', expected one of {string.Join(", ", Names)}");
        using var reader = new StreamReader(typeof(Presets).Assembly.GetManifestResourceStream(Prefix + name + Suffix)!);
        return reader.ReadToEnd();
    }

    /// <summary>The spec of a preset.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="overrides">Values to put in, as for <see cref="SpecReader.Read"/>.</param>
    /// <exception cref="InputException">There is no such preset, or an override does not fit.</exception>
    public static ExperimentSpec Load(string name, IEnumerable<KeyValuePair<string, string>>? overrides = null) =>
        SpecReader.Read(Json(name), name, overrides);
}
