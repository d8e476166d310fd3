using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AutoMLZero.Experiments;

/// <summary>The JSON schema of specs (draft 7), for editors and validators.</summary>
public static class SpecSchema
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema of specs that keep to <see cref="SpecCatalog.Core"/>.</summary>
    public static string Json { get; } = Of(SpecCatalog.Core);

    /// <summary>The schema of specs that may use what a catalog has.</summary>
    /// <param name="catalog">The kinds of tasks.</param>
    public static string Of(SpecCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var schema = JsonNode.Parse(ResourceText.Read<SpecCatalog>("AutoMLZero.Experiments.spec.schema.json"))!;
        var mix = JsonNode.Parse(ResourceText.Read<SpecCatalog>("AutoMLZero.Experiments.mix.schema.json"));
        schema["definitions"]!["tasks"] = new JsonObject
        {
            ["description"] = "The tasks of a split; kind says which fields there are.",
            ["anyOf"] = new JsonArray(new JsonObject { ["$ref"] = "#/definitions/source" }, mix),
        };
        schema["definitions"]!["source"] = new JsonObject
        {
            ["description"] = "Tasks of one kind and size; kind says which fields there are.",
            ["anyOf"] = new JsonArray([.. catalog.Formats.Select(format => JsonNode.Parse(format.Schema))]),
        };
        return schema.ToJsonString(Options) + "\n";
    }
}
