namespace AutoMLZero.Language;

/// <summary>Reads one instruction by matching its tokens with every pattern of the op table.</summary>
/// <param name="shape">The addresses that exist.</param>
internal sealed class InstructionParser(MemoryShape shape)
{
    /// <summary>Reads the instruction that starts at a position and ends before <c>;</c> or the end of the line.</summary>
    /// <param name="tokens">The tokens of the line.</param>
    /// <param name="position">Where it starts; afterwards, where it ended.</param>
    /// <exception cref="ProgramFormatException">It is not an instruction, or an address or a constant is out of range.</exception>
    public Instruction Parse(List<Token> tokens, ref int position)
    {
        foreach (var pattern in InstructionPattern.All)
        {
            var match = InstructionMatch.Follow(pattern, tokens, position);
            if (match.Missed is not null) continue;
            var instruction = Bind(pattern, tokens, position);
            position = match.End;
            return instruction;
        }

        throw InstructionMismatch.Explain(tokens, position);
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
            position += InstructionMatch.Length(pattern, wanted, tokens, position)!.Value;
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
            "-" => -InstructionMatch.Number(tokens[position + 1]),
            "+" => InstructionMatch.Number(tokens[position + 1]),
            _ => InstructionMatch.Number(first),
        };
        return ConstantRange.Problem(role, value) is { } problem ? throw first.Error(problem) : value;
    }
}
