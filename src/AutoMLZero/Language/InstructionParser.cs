using System.Globalization;

namespace AutoMLZero.Language;

/// <summary>Reads one instruction by matching its tokens with every pattern of the op table.</summary>
/// <param name="shape">The addresses that exist.</param>
internal sealed class InstructionParser(MemoryShape shape)
{
    private const int ListedExpectations = 6;

    private readonly SortedSet<string> expected = new(StringComparer.Ordinal);
    private int furthest;

    /// <summary>Reads the instruction that starts at a position and ends before <c>;</c> or the end of the line.</summary>
    /// <param name="tokens">The tokens of the line.</param>
    /// <param name="position">Where it starts; afterwards, where it ended.</param>
    /// <exception cref="ProgramFormatException">It is not an instruction, or an address or a constant is out of range.</exception>
    public Instruction Parse(List<Token> tokens, ref int position)
    {
        expected.Clear();
        furthest = position;
        foreach (var pattern in InstructionPattern.All)
        {
            if (Matches(pattern, tokens, position) is { } end)
            {
                var instruction = Bind(pattern, tokens, position);
                position = end;
                return instruction;
            }
        }

        throw Unmatched(tokens[furthest]);
    }

    private int? Matches(InstructionPattern pattern, List<Token> tokens, int position)
    {
        foreach (var wanted in pattern.Tokens)
        {
            if (Length(pattern, wanted, tokens, position) is not { } length)
            {
                Remember(pattern.Expected(wanted), position);
                return null;
            }

            position += length;
        }

        return position;
    }

    private static int? Length(InstructionPattern pattern, Token wanted, List<Token> tokens, int position)
    {
        var token = tokens[position];
        if (pattern.AddressType(wanted) is var type and not OperandType.None)
            return token.IsAddress(out var actual, out _) && actual == type ? 1 : null;
        if (InstructionPattern.ConstantIndex(wanted) >= 0) return ConstantLength(tokens, position);
        return wanted.Kind switch
        {
            TokenKind.End => token.Kind == TokenKind.End || token.Text == ";" ? 0 : null,
            TokenKind.Number => token.Kind == TokenKind.Number && Number(token) == Number(wanted) ? 1 : null,
            _ => token.Kind == wanted.Kind && token.Text == wanted.Text ? 1 : null,
        };
    }

    private static int? ConstantLength(List<Token> tokens, int position)
    {
        var sign = tokens[position].Text is "-" or "+" ? 1 : 0;
        return tokens[position + sign].Kind == TokenKind.Number ? sign + 1 : null;
    }

    private void Remember(string expectation, int position)
    {
        if (position < furthest) return;
        if (position > furthest) expected.Clear();
        furthest = position;
        expected.Add(expectation);
    }

    private ProgramFormatException Unmatched(Token token)
    {
        if (expected.Count <= ListedExpectations) return token.Error($"expected {string.Join(" or ", expected)}, found {token.Shown}");
        return token.Kind == TokenKind.Word && !token.IsAddress(out _, out _)
            ? token.Error($"unknown operation {token.Shown}")
            : token.Error($"expected an operation, found {token.Shown}");
    }

    private Instruction Bind(InstructionPattern pattern, List<Token> tokens, int position)
    {
        var instruction = new Instruction(pattern.Info.Op);
        foreach (var wanted in pattern.Tokens)
        {
            var constant = InstructionPattern.ConstantIndex(wanted);
            if (pattern.AddressType(wanted) != OperandType.None)
                instruction = WithAddress(instruction, wanted.Text, Address(tokens[position], wanted.Text == "o"));
            else if (constant >= 0)
                instruction = instruction.WithConstant(constant, Constant(tokens, position, pattern.Info.Constants[constant]));
            position += Length(pattern, wanted, tokens, position)!.Value;
        }

        return instruction;
    }

    private static Instruction WithAddress(Instruction instruction, string role, byte address) => role switch
    {
        "o" => instruction with { Output = address },
        "a" => instruction with { Input1 = address },
        _ => instruction with { Input2 = address },
    };

    private byte Address(Token token, bool isOutput)
    {
        token.IsAddress(out var type, out var index);
        var count = shape.Count(type);
        if (index >= count)
        {
            var range = count == 0 ? $"has no {type.ToString().ToLowerInvariant()}" : $"has {token.Text[0]}0 to {token.Text[0]}{count - 1}";
            throw token.Error($"address {token.Shown} is out of range: the memory {range}");
        }

        if (isOutput && index == 0 && type is OperandType.Scalar) throw token.Error("'s0' is the label and cannot be written");
        if (isOutput && index == 0 && type is OperandType.Vector) throw token.Error("'v0' holds the features and cannot be written");
        return (byte)index;
    }

    private static double Constant(List<Token> tokens, int position, ConstantRole role)
    {
        var first = tokens[position];
        var value = first.Text switch
        {
            "-" => -Number(tokens[position + 1]),
            "+" => Number(tokens[position + 1]),
            _ => Number(first),
        };
        return ConstantRange.Problem(role, value) is { } problem ? throw first.Error(problem) : value;
    }

    private static double Number(Token token) =>
        double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw token.Error($"expected a number, found {token.Shown}");
}
