using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tests.Experiments;

/// <summary>Damages JSON texts.</summary>
internal static class SpecMutations
{
    private static readonly string[] Values =
        ["-1", "0", "1e999", "NaN", "null", "true", "\"\"", "[]", "{}", "[[[", "\"\\ud800\"", "99999999999999999999", "1e-400", "\"1-64\"", "/*"];

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The text, damaged in one to four places: flipped bits, deletions, doublings, truncation, other values.</summary>
    public static string Damage(string json, RandomSource random)
    {
        var bytes = Encoding.UTF8.GetBytes(json).ToList();
        for (var times = 1 + random.NextInt(4); times > 0 && bytes.Count > 0; times--) Damage(bytes, random);
        return Encoding.UTF8.GetString([.. bytes]);
    }

    /// <summary>The JSON without one of its fields, for each field at any depth, with the path to it.</summary>
    public static IEnumerable<(string Path, string Json)> WithoutEachField(string json)
    {
        foreach (var path in Paths(Parse(json), ""))
        {
            var root = Parse(json);
            var names = path.Split('.');
            names[..^1].Aggregate(root, (parent, name) => parent[name]!.AsObject()).Remove(names[^1]);
            yield return (path, root.ToJsonString());
        }
    }

    /// <summary>The JSON with another value in place of each of its values in turn.</summary>
    public static IEnumerable<string> WithEachValue(string json)
    {
        string[] values =
        [
            "-1", "0", "1", "0.5", "1000000", "1e30", "null", "true", "\"\"", "\"linear\"", "\"mean\"", "\"empty\"", "[]", "[1]", "[\"x\"]",
            "{}", "{\"x\":1}",
        ];
        foreach (var path in Paths(Parse(json), ""))
        {
            foreach (var value in values)
            {
                var root = Parse(json);
                var names = path.Split('.');
                names[..^1].Aggregate(root, (parent, name) => parent[name]!.AsObject())[names[^1]] = JsonNode.Parse(value);
                yield return root.ToJsonString();
            }
        }
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json, null, Lenient)!.AsObject();

    private static IEnumerable<string> Paths(JsonObject parent, string prefix) => parent.SelectMany(field => field.Value is JsonObject child
        ? Paths(child, $"{prefix}{field.Key}.").Prepend(prefix + field.Key)
        : [prefix + field.Key]);

    private static void Damage(List<byte> bytes, RandomSource random)
    {
        var at = random.NextInt(bytes.Count);
        var length = Math.Min(bytes.Count - at, 1 + random.NextInt(20));
        switch (random.NextInt(6))
        {
            case 0: bytes[at] ^= (byte)(1 << random.NextInt(8)); break;
            case 1: bytes[at] = (byte)random.NextInt(256); break;
            case 2: bytes.RemoveRange(at, length); break;
            case 3: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 4: if (random.NextInt(10) == 0) bytes.RemoveRange(at, bytes.Count - at); break;
            default: ReplaceValue(bytes, at, Values[random.NextInt(Values.Length)]); break;
        }
    }

    private static void ReplaceValue(List<byte> bytes, int from, string value)
    {
        var colon = bytes.IndexOf((byte)':', from);
        if (colon < 0) return;
        var end = bytes.FindIndex(colon, item => item is (byte)',' or (byte)'}');
        if (end < 0) return;
        bytes.RemoveRange(colon + 1, end - colon - 1);
        bytes.InsertRange(colon + 1, Encoding.UTF8.GetBytes(value));
    }
}
