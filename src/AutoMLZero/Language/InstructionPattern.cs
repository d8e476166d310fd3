using System.Collections.Immutable;

namespace AutoMLZero.Language;

/// <summary>One text form of one operation, as tokens to match.</summary>
internal sealed record InstructionPattern(OpInfo Info, ImmutableArray<Token> Tokens)
{
    /// <summary>Every form of every operation, in the order of the op table.</summary>
    public static ImmutableArray<InstructionPattern> All { get; } =
        [.. from info in Ops.Table from form in info.Forms select new InstructionPattern(info, [.. TokensOf(info, form)])];

    /// <summary>The type of the address that a token of the pattern stands for, or none.</summary>
    public OperandType AddressType(Token token) => token.Text switch
    {
        "o" => Info.Output,
        "a" => Info.Input1,
        "b" => Info.Input2,
        _ => OperandType.None,
    };

    /// <summary>The position of the constant that a token of the pattern stands for, or -1.</summary>
    public static int ConstantIndex(Token token) => token.Text switch
    {
        "x" => 0,
        "y" => 1,
        "z" => 2,
        _ => -1,
    };

    /// <summary>What a token of the pattern asks for, as an error message says it.</summary>
    public string Expected(Token token) => AddressType(token) switch
    {
        not OperandType.None and var type => Named(type),
        _ when ConstantIndex(token) >= 0 => "a number",
        _ when token.Kind == TokenKind.End => "';' or the end of the line",
        _ => token.Shown,
    };

    /// <summary>A type as an error message says it.</summary>
    public static string Named(OperandType type) => $"a {type.ToString().ToLowerInvariant()}";

    /// <summary>Any other instruction ends its line or comes before <c>;</c>; the instruction that a guard guards may follow at once.</summary>
    private static IEnumerable<Token> TokensOf(OpInfo info, string form) =>
        Lexer.Tokenize(form, 1).Where(token => !info.IsGuard || token.Kind != TokenKind.End);
}
