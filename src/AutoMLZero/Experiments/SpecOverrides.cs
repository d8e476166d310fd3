using System.Text.Json;
using System.Text.Json.Nodes;
using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>Values that replace those of a spec before it is read.</summary>
internal static class SpecOverrides
{
    /// <summary>A copy of the spec's JSON with the values put in.</summary>
    public static JsonDocument Apply(JsonDocument document, string source, IEnumerable<KeyValuePair<string, string>> overrides)
    {
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonField(document.RootElement, source).Expected("an object");
        var root = JsonObject.Create(document.RootElement)!;
        foreach (var (path, value) in overrides) Put(root, path, Value(value));
        return JsonText.Parse(root.ToJsonString(), source);
    }

    private static void Put(JsonObject root, string path, JsonNode? value)
    {
        var names = path.Split('.');
        var parent = root;
        for (var i = 0; i < names.Length - 1; i++)
        {
            parent = parent[names[i]] as JsonObject ?? throw new InputException(
                $"there is no '{path}' to set: '{string.Join('.', names[..(i + 1)])}' is not an object, "
                + "expected a path such as evolution.population");
        }

        parent[names[^1]] = value;
    }

    private static JsonNode? Value(string text)
    {
        try
        {
            using var document = JsonText.Parse(text, "");
            return JsonNode.Parse(document.RootElement.GetRawText());
        }
        catch (InputException)
        {
            return JsonValue.Create(text);
        }
    }
}
