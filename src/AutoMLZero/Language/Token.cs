namespace AutoMLZero.Language;

/// <summary>What a token of the text form is.</summary>
internal enum TokenKind
{
    Word,
    Number,
    Symbol,
    End,
}

/// <summary>A token of one line of the text form.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its characters; empty for <see cref="TokenKind.End"/>.</param>
/// <param name="Line">Line, counted from 1.</param>
/// <param name="Column">Column of its first character, counted from 1.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Line, int Column)
{
    private const int LongestAddress = 10;

    /// <summary>Whether this is a word for a number that is not finite, which no constant may be.</summary>
    public bool IsNotFinite => Kind == TokenKind.Word && (Text.ToUpperInvariant() is "INF" or "INFINITY" or "NAN");

    /// <summary>The address that a word such as <c>v12</c> names.</summary>
    public bool IsAddress(out OperandType type, out int index)
    {
        (type, index) = (OperandType.None, 0);
        if (Kind != TokenKind.Word || Text.Length is < 2 or > LongestAddress) return false;
        type = Text[0] switch
        {
            's' => OperandType.Scalar,
            'v' => OperandType.Vector,
            'm' => OperandType.Matrix,
            _ => OperandType.None,
        };
        return type != OperandType.None && int.TryParse(Text.AsSpan(1), System.Globalization.NumberStyles.None, null, out index);
    }

    /// <summary>The token as an error message shows it.</summary>
    public string Shown => Kind == TokenKind.End ? "the end of the line" : $"'{Text}'";

    /// <summary>An error at this token.</summary>
    public ProgramFormatException Error(string problem) => new(Line, Column, problem);
}
