using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using AutoMLZero.Language;

namespace AutoMLZero.Experiments;

/// <summary>A value within a JSON text, with the path to it, so that every complaint can say where.</summary>
/// <param name="Element">The value.</param>
/// <param name="Source">What errors call the text.</param>
/// <param name="Path">The path from the root, such as <c>tasks.search.count</c>; empty at the root.</param>
public readonly record struct JsonField(JsonElement Element, string Source, string Path = "")
{
    private const int LongestShown = 40;

    /// <summary>Whether the value is null.</summary>
    public bool IsNull => Element.ValueKind == JsonValueKind.Null;

    /// <summary>Whether the value is an object.</summary>
    public bool IsObject => Element.ValueKind == JsonValueKind.Object;

    /// <summary>Checks that the value is an object that has all required fields and none but those and the optional ones.</summary>
    /// <param name="required">Names of the fields that must be there.</param>
    /// <param name="optional">Names of the fields that may be there.</param>
    /// <returns>This field.</returns>
    /// <exception cref="InputException">The value is no such object.</exception>
    [SuppressMessage("Naming", "CA1720", Justification = "The word of JSON.")]
    public JsonField Object(ReadOnlySpan<string> required, ReadOnlySpan<string> optional = default)
    {
        if (!IsObject) throw Expected("an object");
        foreach (var property in Element.EnumerateObject())
        {
            if (!required.Contains(property.Name) && !optional.Contains(property.Name))
                throw Child(property.Name, default).Error($"is not a known field, expected one of {Listed([.. required, .. optional])}");
        }

        foreach (var name in required)
        {
            if (!Element.TryGetProperty(name, out _)) throw Child(name, default).Error("is missing");
        }

        return this;
    }

    /// <summary>A field of the object that is there.</summary>
    /// <param name="name">Its name.</param>
    public JsonField this[string name] => Child(name, Element.GetProperty(name));

    /// <summary>A field of the object, or null when it is absent.</summary>
    /// <param name="name">Its name.</param>
    public JsonField? Optional(string name) => Element.TryGetProperty(name, out var value) ? Child(name, value) : null;

    /// <summary>A field that must be there of a value that must be an object, whatever other fields it has.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">The value is no object, or does not have the field.</exception>
    public JsonField Required(string name)
    {
        if (!IsObject) throw Expected("an object");
        return Optional(name) ?? throw Child(name, default).Error("is missing");
    }

    /// <summary>The items of an array.</summary>
    /// <param name="expected">What is expected, for the complaint.</param>
    /// <exception cref="InputException">The value is no array.</exception>
    public IEnumerable<JsonField> Items(string expected = "an array")
    {
        if (Element.ValueKind != JsonValueKind.Array) throw Expected(expected);
        var field = this;
        return Element.EnumerateArray().Select((item, index) => new JsonField(item, field.Source, $"{field.Path}[{index}]"));
    }

    /// <summary>A whole number within bounds.</summary>
    /// <param name="least">The lower bound, included.</param>
    /// <param name="most">The upper bound, included.</param>
    /// <exception cref="InputException">The value is no such number.</exception>
    public long Whole(long least, long most)
    {
        if (Element.ValueKind == JsonValueKind.Number && Element.TryGetDecimal(out var value) && decimal.IsInteger(value)
            && value >= least && value <= most)
        {
            return (long)value;
        }

        throw Expected($"a whole number from {least} to {most}");
    }

    /// <summary>A whole number within bounds.</summary>
    /// <param name="least">The lower bound, included.</param>
    /// <param name="most">The upper bound, included.</param>
    /// <exception cref="InputException">The value is no such number.</exception>
    public int Whole(int least, int most) => (int)Whole((long)least, most);

    /// <summary>A number within bounds.</summary>
    /// <param name="least">The lower bound, included.</param>
    /// <param name="most">The upper bound, included.</param>
    /// <exception cref="InputException">The value is no such number.</exception>
    public double Number(double least, double most)
    {
        if (Element.ValueKind == JsonValueKind.Number && Element.TryGetDouble(out var value) && value >= least && value <= most)
            return value;
        throw Expected(FormattableString.Invariant($"a number from {least} to {most}"));
    }

    /// <summary>Any finite number.</summary>
    /// <exception cref="InputException">The value is no such number.</exception>
    public double Finite() =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : throw Expected("a finite number");

    /// <summary>A seed: a whole number from 0 to 2^64 - 1.</summary>
    /// <exception cref="InputException">The value is no such number.</exception>
    public ulong Seed() =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetUInt64(out var value)
            ? value
            : throw Expected("a whole number from 0 to 2^64 - 1");

    /// <summary>A time in seconds, 0.001 to 1e9.</summary>
    /// <exception cref="InputException">The value is no such number.</exception>
    public TimeSpan Time()
    {
        if (Element.ValueKind == JsonValueKind.Number && Element.TryGetDecimal(out var seconds)
            && seconds is >= 0.001m and <= 1_000_000_000m)
        {
            return TimeSpan.FromTicks((long)decimal.Round(seconds * TimeSpan.TicksPerSecond));
        }

        throw Expected("a number of seconds from 0.001 to 1000000000");
    }

    /// <summary>A truth value.</summary>
    /// <exception cref="InputException">The value is neither true nor false.</exception>
    public bool Flag() => Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Expected("true or false"),
    };

    /// <summary>A text.</summary>
    /// <exception cref="InputException">The value is no text.</exception>
    public string Text() => Element.ValueKind == JsonValueKind.String ? Element.GetString()! : throw Expected("a text");

    /// <summary>One of several words, as what it stands for.</summary>
    /// <param name="choices">The words, and what each stands for.</param>
    /// <exception cref="InputException">The value is none of the words.</exception>
    public T OneOf<T>(params ReadOnlySpan<(string Word, T Meaning)> choices)
    {
        if (Element.ValueKind == JsonValueKind.String)
        {
            foreach (var (word, meaning) in choices)
            {
                if (Element.ValueEquals(word)) return meaning;
            }
        }

        var words = new List<string>();
        foreach (var (word, _) in choices) words.Add($"\"{word}\"");
        throw Expected($"one of {Listed([.. words])}");
    }

    /// <summary>The complaint that the value is not what was expected.</summary>
    /// <param name="expected">What was expected.</param>
    public InputException Expected(string expected) => Error($"is {Shown()}, expected {expected}");

    /// <summary>A complaint about the value.</summary>
    /// <param name="problem">Continues a sentence that begins with the path.</param>
    /// <param name="inner">What was noticed first, if anything.</param>
    public InputException Error(string problem, Exception? inner = null) =>
        new($"{Source}: {(Path.Length == 0 ? "the JSON value" : Path)} {problem}", inner);

    private static string Listed(ReadOnlySpan<string> words) => string.Join(", ", words!);

    private JsonField Child(string name, JsonElement element)
    {
        var shown = name.Length == 0 ? "\"\"" : Shorten(name);
        return new(element, Source, Path.Length == 0 ? shown : $"{Path}.{shown}");
    }

    private string Shown() => Element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => Shorten(Element.GetRawText()),
    };

    private static string Shorten(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= LongestShown) return shown.Append("...").ToString();
            shown.Append(Rune.IsControl(rune) ? "?" : rune.ToString());
        }

        return shown.ToString();
    }
}
