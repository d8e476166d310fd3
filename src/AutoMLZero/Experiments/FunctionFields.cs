using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AutoMLZero.Language;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>The fields of a component function in a spec.</summary>
internal static class FunctionFields
{
    private const string OneOp = "an operation: a number from 0 to 64, a name such as \"VectorDot\", or a range such as \"56-64\"";

    /// <summary>Reads a component function; null when it is given by the start.</summary>
    public static FunctionSpec? Read(JsonField field)
    {
        if (field.IsNull) return null;
        return ReadBody(field.Object(["ops", "initialLength", "maxLength"]));
    }

    /// <summary>Reads operations and lengths, which are fields of an object that may have others.</summary>
    public static FunctionSpec ReadBody(JsonField field)
    {
        var ops = field["ops"].Items("an array of operations").SelectMany(Range).ToImmutableArray();
        if (ops.IsEmpty) throw field["ops"].Error("is empty, expected at least one operation");
        if (ops.GroupBy(op => op).FirstOrDefault(group => group.Skip(1).Any()) is { Key: var twice })
            throw field["ops"].Error($"names operation {(int)twice} ({twice}) twice, expected each once");
        var maxLength = field["maxLength"].Whole(1, FunctionSpace.LongestFunction);
        return new FunctionSpec(ops, field["initialLength"].Whole(0, maxLength), maxLength);
    }

    private static IEnumerable<Op> Range(JsonField field)
    {
        var (first, last) = field.Element.ValueKind switch
        {
            JsonValueKind.Number => Single(field, field.Element),
            JsonValueKind.String => Named(field, field.Text()),
            _ => throw field.Expected(OneOp),
        };
        return Enumerable.Range(first, last - first + 1).Select(number => (Op)number);
    }

    private static (int First, int Last) Single(JsonField field, JsonElement element) =>
        element.TryGetInt32(out var number) && IsOp(number) ? (number, number) : throw field.Expected(OneOp);

    private static (int First, int Last) Named(JsonField field, string text)
    {
        if (Array.IndexOf(Enum.GetNames<Op>(), text) is >= 0 and var named) return (named, named); // numbers of operations have no gaps
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0 && Number(text.AsSpan(0, dash)) is { } first && Number(text.AsSpan(dash + 1)) is { } last && first <= last)
            return (first, last);
        throw field.Expected(OneOp);
    }

    private static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && IsOp(number) ? number : null;

    private static bool IsOp(int number) => number >= 0 && number < Ops.All.Length;
}
