using System.Collections.Immutable;
using System.Reflection;
using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>
/// What specs can say beyond their fixed fields: the kinds of tasks, and the presets, which are specs that come along. Immutable;
/// libraries with tasks of their own add to <see cref="Core"/> and hand the result to those who read specs.
/// </summary>
public sealed class SpecCatalog
{
    private const string PresetSuffix = ".json";

    private readonly (string Kind, ITaskFormat Format)[] kinds;
    private readonly ImmutableSortedDictionary<string, string> presets;

    private SpecCatalog(ImmutableArray<ITaskFormat> formats, ImmutableSortedDictionary<string, string> presets)
    {
        Formats = formats;
        this.presets = presets;
        kinds = [.. formats.SelectMany(format => format.Kinds.Select(kind => (kind, format)))];
        PresetNames = [.. presets.Keys];
    }

    /// <summary>Synthetic tasks, formulas, and the presets that are made of them.</summary>
    public static SpecCatalog Core { get; } =
        new SpecCatalog([new SyntheticTaskFormat(), new FormulaTaskFormat()], ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal))
            .WithPresets(typeof(SpecCatalog).Assembly, "AutoMLZero.Experiments.Presets.");

    /// <summary>The formats of tasks.</summary>
    public ImmutableArray<ITaskFormat> Formats { get; }

    /// <summary>The names of the presets, in ordinal order.</summary>
    public ImmutableArray<string> PresetNames { get; }

    /// <summary>This catalog and one more format of tasks.</summary>
    /// <param name="format">The format; its kinds are new.</param>
    /// <exception cref="ArgumentException">There is a format for one of its kinds.</exception>
    public SpecCatalog With(ITaskFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (Array.Find(kinds, pair => format.Kinds.Contains(pair.Kind)).Kind is { } twice)
            throw new ArgumentException($"There are tasks of the kind '{twice}'.", nameof(format));
        return new SpecCatalog(Formats.Add(format), presets);
    }

    /// <summary>This catalog and one more preset.</summary>
    /// <param name="name">Its name, which is new.</param>
    /// <param name="json">The text of the spec.</param>
    /// <exception cref="ArgumentException">There is a preset of that name.</exception>
    public SpecCatalog WithPreset(string name, string json) => new(Formats, presets.Add(name, json));

    /// <summary>This catalog and the presets that are built into an assembly as resources, each named after its preset.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="prefix">What the names of the resources begin with; the name of the preset and <c>.json</c> follow.</param>
    /// <exception cref="ArgumentException">There is a preset of the same name.</exception>
    public SpecCatalog WithPresets(Assembly assembly, string prefix)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var added = presets.ToBuilder();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => IsPreset(name, prefix)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            added.Add(name[prefix.Length..^PresetSuffix.Length], reader.ReadToEnd());
        }

        return new SpecCatalog(Formats, added.ToImmutable());
    }

    /// <summary>The JSON text of a preset.</summary>
    /// <param name="name">One of <see cref="PresetNames"/>.</param>
    /// <exception cref="InputException">There is no such preset.</exception>
    public string PresetJson(string name) => presets.TryGetValue(name, out var json)
        ? json
        : throw new InputException($"there is no preset '{name}', expected one of {string.Join(", ", PresetNames)}");

    /// <summary>The spec of a preset.</summary>
    /// <param name="name">One of <see cref="PresetNames"/>.</param>
    /// <param name="overrides">Values to put in, as for <see cref="SpecReader.Read"/>.</param>
    /// <exception cref="InputException">There is no such preset, or an override does not fit.</exception>
    public ExperimentSpec LoadPreset(string name, IEnumerable<KeyValuePair<string, string>>? overrides = null) =>
        SpecReader.Read(PresetJson(name), name, overrides, this);

    /// <summary>Reads tasks of any kind there is.</summary>
    /// <param name="field">The object that stands for the tasks.</param>
    /// <exception cref="InputException">There is no such kind, or another field does not fit.</exception>
    public TaskSource ReadTasks(JsonField field) =>
        field.Required("kind").OneOf<ITaskFormat?>([.. kinds, (TaskMixSource.Kind, null)])?.Read(field) ?? ReadMix(field);

    private TaskMixSource ReadMix(JsonField field)
    {
        field.Object(["kind", "sources"]);
        TaskSource[] sources = [.. field["sources"].Items("an array of tasks").Select(source => source.Required("kind").OneOf<ITaskFormat>(kinds).Read(source))];
        try
        {
            return new TaskMixSource([.. sources]);
        }
        catch (InputException error)
        {
            throw field.Error($"cannot be: {error.Message}", error);
        }
    }

    private static bool IsPreset(string resource, string prefix) =>
        resource.StartsWith(prefix, StringComparison.Ordinal) && resource.EndsWith(PresetSuffix, StringComparison.Ordinal);
}
