namespace AutoMLZero.Language;

/// <summary>Splits a line of the text form into tokens; a comment ends the line.</summary>
internal static class Lexer
{
    /// <summary>No sensible line is longer; a longer one is refused before any work is spent on it.</summary>
    public const int MaxLineLength = 10_000;

    /// <summary>The tokens of a line, the last of kind <see cref="TokenKind.End"/>.</summary>
    /// <exception cref="ProgramFormatException">The line is too long or has a character that no program has.</exception>
    public static List<Token> Tokenize(ReadOnlySpan<char> line, int number)
    {
        if (line.Length > MaxLineLength)
            throw new ProgramFormatException(number, 1, $"the line has {line.Length} characters, at most {MaxLineLength} are allowed");
        var tokens = new List<Token>();
        var start = 0;
        while (start < line.Length && line[start] != '#')
        {
            if (char.IsWhiteSpace(line[start]))
            {
                start++;
                continue;
            }

            var (kind, length) = Next(line[start..], number, start + 1);
            tokens.Add(new Token(kind, line.Slice(start, length).ToString(), number, start + 1));
            start += length;
        }

        tokens.Add(new Token(TokenKind.End, "", number, start + 1));
        return tokens;
    }

    private static (TokenKind Kind, int Length) Next(ReadOnlySpan<char> rest, int line, int column) => rest[0] switch
    {
        _ when char.IsAsciiLetter(rest[0]) || rest[0] == '_' => (TokenKind.Word, WordLength(rest)),
        _ when char.IsAsciiDigit(rest[0]) || (rest[0] == '.' && rest.Length > 1 && char.IsAsciiDigit(rest[1])) => (TokenKind.Number, NumberLength(rest)),
        '<' or '>' => (TokenKind.Symbol, rest.Length > 1 && rest[1] == '=' ? 2 : 1),
        '=' or '+' or '-' or '*' or '/' or '(' or ')' or '[' or ']' or ',' or ';' or ':' => (TokenKind.Symbol, 1),
        _ => throw new ProgramFormatException(line, column, $"unexpected character {Show(rest[0])}"),
    };

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] == '_')) length++;
        return length;
    }

    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && IsInNumber(text, length)) length++;
        return length;
    }

    private static bool IsInNumber(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiLetterOrDigit(text[at]) || text[at] == '.' || (text[at] is '+' or '-' && text[at - 1] is 'e' or 'E');

    private static string Show(char c) => c is >= ' ' and <= '~' ? $"'{c}'" : $"U+{(int)c:X4}";
}
