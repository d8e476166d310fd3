using System.Globalization;

namespace AutoMLZero.Language;

/// <summary>How far the tokens of a line follow a pattern.</summary>
/// <param name="End">The position of the first token that was not used.</param>
/// <param name="Missed">The token of the pattern that was not found there, or null when all were found.</param>
internal readonly record struct InstructionMatch(int End, Token? Missed)
{
    /// <summary>Follows a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="tokens">The tokens of the line.</param>
    /// <param name="position">Where the instruction starts.</param>
    /// <param name="anyOutput">Whether an output of another type than the pattern's is taken too.</param>
    public static InstructionMatch Follow(InstructionPattern pattern, List<Token> tokens, int position, bool anyOutput = false)
    {
        foreach (var wanted in pattern.Tokens)
        {
            if (Length(pattern, wanted, tokens, position, anyOutput) is not { } length) return new(position, wanted);
            position += length;
        }

        return new(position, null);
    }

    /// <summary>The number of tokens at a position that a token of the pattern stands for, or null when they do not fit.</summary>
    public static int? Length(InstructionPattern pattern, Token wanted, List<Token> tokens, int position, bool anyOutput = false)
    {
        var token = tokens[position];
        if (pattern.AddressType(wanted) is var type and not OperandType.None)
            return token.IsAddress(out var actual, out _) && (actual == type || (anyOutput && wanted.Text == "o")) ? 1 : null;
        if (InstructionPattern.ConstantIndex(wanted) >= 0) return ConstantLength(tokens, position);
        return wanted.Kind switch
        {
            TokenKind.End => token.Kind == TokenKind.End || token.Text == ";" ? 0 : null,
            TokenKind.Number => token.Kind == TokenKind.Number && Number(token) == Number(wanted) ? 1 : null,
            _ => token.Kind == wanted.Kind && token.Text == wanted.Text ? 1 : null,
        };
    }

    /// <summary>The value of a number token, or of the words for what is not finite.</summary>
    /// <exception cref="ProgramFormatException">The token begins like a number and is none.</exception>
    public static double Number(Token token)
    {
        if (token.IsNotFinite) return double.NaN;
        return double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw token.Error($"expected a number, found {token.Shown}");
    }

    private static int? ConstantLength(List<Token> tokens, int position)
    {
        var sign = tokens[position].Text is "-" or "+" ? 1 : 0;
        var token = tokens[position + sign];
        return token.Kind == TokenKind.Number || token.IsNotFinite ? sign + 1 : null;
    }
}
