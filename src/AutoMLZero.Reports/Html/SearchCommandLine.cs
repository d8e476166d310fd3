using System.Globalization;
using System.Text.Json.Nodes;
using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Reports.Html;

/// <summary>The command that repeats a search.</summary>
public static class SearchCommandLine
{
    private const string Name = "automlzero search";

    /// <summary>The command for a spec in a file.</summary>
    /// <param name="seed">The seed.</param>
    public static string OfFile(ulong seed) => string.Create(CultureInfo.InvariantCulture, $"{Name} spec.json --seed {seed}");

    /// <summary>The command for a preset with what differs from it; null when the spec is not that of a preset with some changes.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="catalog">The presets.</param>
    public static string? OfPreset(ExperimentSpec spec, ulong seed, SpecCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(catalog);
        if (!catalog.PresetNames.Contains(spec.Name)) return null;
        try
        {
            var preset = JsonNode.Parse(SpecWriter.Write(catalog.LoadPreset(spec.Name)))!.AsObject();
            var changes = Changes(preset, JsonNode.Parse(SpecWriter.Write(spec))!.AsObject(), "").ToList();
            if (catalog.LoadPreset(spec.Name, changes) != spec) return null;
            var options = changes.Select(change => Option(change.Key, change.Value));
            return string.Join(' ', [Name, "--preset", spec.Name, "--seed", seed.ToString(CultureInfo.InvariantCulture), .. options]);
        }
        catch (Exception problem) when (problem is InputException or NotSupportedException)
        {
            return null;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Changes(JsonObject from, JsonObject to, string path)
    {
        foreach (var (name, value) in to)
        {
            var before = from[name];
            if (JsonNode.DeepEquals(before, value)) continue;
            if (before is JsonObject inner && value is JsonObject changed)
            {
                foreach (var change in Changes(inner, changed, $"{path}{name}.")) yield return change;
            }
            else
            {
                yield return KeyValuePair.Create(path + name, value?.ToJsonString() ?? "null");
            }
        }

        foreach (var (name, _) in from.Where(field => !to.ContainsKey(field.Key))) yield return KeyValuePair.Create(path + name, "null");
    }

    private static string Option(string key, string value) => key switch
    {
        "budget.individuals" => $"--max-individuals {value}",
        "budget.experiments" when value != "null" => $"--max-experiments {value}",
        "budget.seconds" => $"--max-time {value}s",
        _ => $"--set {Quoted($"{key}={Plain(value)}")}",
    };

    /// <summary>A word of a spec without its quotes, which the command line does not need.</summary>
    private static string Plain(string value) =>
        value.Length > 2 && value[0] == '"' && value[1..^1].All(char.IsAsciiLetter) && value is not ("\"null\"" or "\"true\"" or "\"false\"") ? value[1..^1] : value;

    private static string Quoted(string text) =>
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || "=.-_".Contains(letter, StringComparison.Ordinal)) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
