using System.Globalization;

namespace AutoMLZero.Language;

/// <summary>Reads calls of routines: <c>call F0</c> and <c>repeat 3: call F0</c>.</summary>
internal static class RoutineCallParser
{
    /// <summary>Whether a call starts at a position.</summary>
    public static bool Starts(List<Token> tokens, int position) => tokens[position].Text is "call" or "repeat";

    /// <summary>Reads the call that starts at a position and ends before <c>;</c> or the end of the line.</summary>
    /// <param name="tokens">The tokens of the line.</param>
    /// <param name="position">Where it starts; afterwards, where it ended.</param>
    /// <returns>The call and the token that names the routine, which may not be there.</returns>
    /// <exception cref="ProgramFormatException">It is not a call.</exception>
    public static (RoutineCall Call, Token Routine) Parse(List<Token> tokens, ref int position)
    {
        var times = 1;
        if (tokens[position].Text == "repeat")
        {
            times = Times(tokens[++position]);
            Expect(tokens[++position], ":", "':' after the number of times");
            Expect(tokens[++position], "call", "'call' after 'repeat'");
        }

        var name = tokens[++position];
        var routine = Routine(name);
        if (tokens[++position] is { Kind: not TokenKind.End, Text: not ";" } rest) throw rest.Error($"expected the end of the line after the call, found {rest.Shown}");
        return (new RoutineCall(routine, times), name);
    }

    private static int Times(Token token) =>
        token.Kind == TokenKind.Number && int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var times)
        && times is >= 1 and <= RoutineCall.MaxTimes
            ? times
            : throw token.Error($"expected a number of times from 1 to {RoutineCall.MaxTimes}, found {token.Shown}");

    private static int Routine(Token token) =>
        token.Kind == TokenKind.Word && token.Text.StartsWith('F')
        && int.TryParse(token.Text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var routine) && routine < SourceCode.MaxRoutines
        && token.Text == $"F{routine}"
            ? routine
            : throw token.Error($"expected a routine from F0 to F{SourceCode.MaxRoutines - 1}, found {token.Shown}");

    private static void Expect(Token token, string text, string expected)
    {
        if (token.Text != text) throw token.Error($"expected {expected}, found {token.Shown}");
    }
}
