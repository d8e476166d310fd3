using System.Text;

namespace AutoMLZero.Insight.Export;

/// <summary>Text of a program in some language, written line by line with indentation.</summary>
internal sealed class SourceText
{
    private const int Width = 4;

    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Adds lines; empty ones are not indented.</summary>
    public SourceText Add(string lines)
    {
        foreach (var line in lines.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length > 0) text.Append(' ', depth * Width).Append(line);
            text.Append('\n');
        }

        return this;
    }

    /// <summary>Adds lines one level deeper.</summary>
    public SourceText Indented(Action<SourceText> lines)
    {
        depth++;
        lines(this);
        depth--;
        return this;
    }

    /// <summary>Adds lines in braces on lines of their own.</summary>
    public SourceText Braces(Action<SourceText> lines) => Add("{").Indented(lines).Add("}");

    /// <summary>The whole text.</summary>
    public override string ToString() => text.ToString();
}
