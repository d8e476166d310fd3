namespace AutoMLZero.Language;

/// <summary>Finds out why tokens are no instruction: where they stopped making sense, and what was expected there.</summary>
internal sealed class InstructionMismatch
{
    private const int ListedExpectations = 6;

    private readonly List<Token> tokens;
    private readonly int start;
    private readonly SortedSet<string> expected = new(StringComparer.Ordinal);
    private OperandType result;
    private int furthest;

    private InstructionMismatch(List<Token> tokens, int start, bool anyOutput)
    {
        (this.tokens, this.start, furthest) = (tokens, start, start);
        foreach (var pattern in InstructionPattern.All) Follow(pattern, anyOutput);
    }

    /// <summary>The error that says why no pattern matches.</summary>
    /// <param name="tokens">The tokens of the line.</param>
    /// <param name="start">Where the instruction starts.</param>
    public static ProgramFormatException Explain(List<Token> tokens, int start)
    {
        var strict = new InstructionMismatch(tokens, start, anyOutput: false);
        var lenient = new InstructionMismatch(tokens, start, anyOutput: true);
        if (lenient.result != OperandType.None) return lenient.WrongResult();
        return lenient.furthest > strict.furthest ? lenient.Unexpected() : strict.Unexpected();
    }

    private void Follow(InstructionPattern pattern, bool anyOutput)
    {
        var match = InstructionMatch.Follow(pattern, tokens, start, anyOutput);
        if (match.Missed is not { } missed)
        {
            if (result == OperandType.None) result = pattern.Info.Output;
            return;
        }

        if (match.End < furthest) return;
        if (match.End > furthest) expected.Clear();
        furthest = match.End;
        expected.Add(pattern.Expected(missed));
    }

    private ProgramFormatException WrongResult()
    {
        tokens[start].IsAddress(out var output, out _);
        return tokens[start].Error(
            $"the result is {InstructionPattern.Named(result)}, but {tokens[start].Shown} is {InstructionPattern.Named(output)}");
    }

    private ProgramFormatException Unexpected()
    {
        var token = tokens[furthest];
        if (expected.Count <= ListedExpectations) return token.Error($"expected {string.Join(" or ", expected)}, found {token.Shown}");
        return token.Kind == TokenKind.Word && !token.IsAddress(out _, out _)
            ? token.Error($"unknown operation {token.Shown}")
            : token.Error($"expected an operation, found {token.Shown}");
    }
}
