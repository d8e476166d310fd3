using System.Collections.Immutable;
using System.Text;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Export;

/// <summary>
/// How a programming language says each operation: an expression, and the functions that it needs. Read from a text in the assembly, in which a
/// part begins with <c>## Name</c>, has an expression after <c>=</c>, names of other parts after <c>needs</c>, and then code.
/// </summary>
internal sealed class Dialect
{
    private readonly Dictionary<string, Part> parts = [];
    private readonly List<string> order = [];

    private Dialect(string text)
    {
        var name = "";
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) Add(name = line[3..]);
            else if (line.StartsWith("= ", StringComparison.Ordinal)) parts[name] = parts[name] with { Expression = line[2..] };
            else if (line.StartsWith("needs ", StringComparison.Ordinal)) parts[name] = parts[name] with { Needs = [.. line[6..].Split(' ')] };
            else parts[name].Code.Append(line).Append('\n');
        }
    }

    /// <summary>C#.</summary>
    public static Dialect CSharp { get; } = Load("CSharp");

    /// <summary>Python with numpy.</summary>
    public static Dialect Numpy { get; } = Load("Numpy");

    /// <summary>C.</summary>
    public static Dialect C { get; } = Load("C");

    /// <summary>The expression of an operation, with placeholders in braces.</summary>
    public string Expression(Op op) => parts[op.ToString()].Expression;

    /// <summary>The functions that operations and other parts need, in the order of the text, each once.</summary>
    /// <param name="names">Names of operations and parts.</param>
    public ImmutableArray<string> Code(IEnumerable<string> names)
    {
        var needed = new HashSet<string>();
        foreach (var name in names) Need(name, needed);
        return [.. order.Where(needed.Contains).Select(name => parts[name].Code.ToString().Trim('\n')).Where(code => code.Length > 0)];
    }

    private static Dialect Load(string name)
    {
        var resource = $"AutoMLZero.Insight.Export.Helpers.{name}.txt";
        using var reader = new StreamReader(typeof(Dialect).Assembly.GetManifestResourceStream(resource)!);
        return new Dialect(reader.ReadToEnd());
    }

    private void Add(string name)
    {
        parts.Add(name, new Part("", [], new StringBuilder()));
        order.Add(name);
    }

    private void Need(string name, HashSet<string> needed)
    {
        if (!needed.Add(name)) return;
        foreach (var other in parts[name].Needs) Need(other, needed);
    }

    private sealed record Part(string Expression, ImmutableArray<string> Needs, StringBuilder Code);
}
