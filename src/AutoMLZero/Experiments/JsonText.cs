using System.Text.Json;
using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>Reads JSON text, with comments and trailing commas, so that everything in it can be asked for without surprises.</summary>
public static class JsonText
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
        MaxDepth = 64,
    };

    /// <summary>Reads the text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="source">What errors call the text.</param>
    /// <exception cref="InputException">The text is not JSON; the message names line and column.</exception>
    public static JsonDocument Parse(string json, string source)
    {
        try
        {
            var document = JsonDocument.Parse(json, Options);
            CheckUnicode(document.RootElement);
            return document;
        }
        catch (JsonException error)
        {
            throw new InputException($"{source}: {Place(error)}expected JSON, found what is not: {FirstSentence(error.Message)}", error);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            throw new InputException($"{source}: expected JSON, found text that is not valid Unicode (half a surrogate pair)", error);
        }
    }

    private static string Place(JsonException error) =>
        error.LineNumber is null ? "" : $"line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}: ";

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.').ReplaceLineEndings(" ");
    }

    /// <summary>An escape such as \ud800 is valid JSON, but no string can be made of it: better here than at first use.</summary>
    private static void CheckUnicode(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) CheckUnicode(item);
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    CheckUnicode(property.Value);
                }

                break;
        }
    }
}
