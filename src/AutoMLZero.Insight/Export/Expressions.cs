using System.Globalization;
using AutoMLZero.Analysis;
using AutoMLZero.Insight.Reading;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Export;

/// <summary>Fills the expressions of a language with the operands and constants of an instruction.</summary>
internal static class Expressions
{
    /// <summary>The expression of an instruction.</summary>
    /// <param name="form">The expression with placeholders.</param>
    /// <param name="program">The program that it is part of.</param>
    /// <param name="value">The instruction.</param>
    /// <param name="operand">How the language names an operand of a type.</param>
    public static string Fill(string form, ReadableProgram program, FlowValue value, Func<FlowOperand, OperandType, string> operand) => form
        .Replace("{a}", operand(value.Input1, value.Info.Input1), StringComparison.Ordinal)
        .Replace("{b}", operand(value.Input2, value.Info.Input2), StringComparison.Ordinal)
        .Replace("{kept}", operand(value.Kept, value.Type), StringComparison.Ordinal)
        .Replace("{x}", Number(value.Instruction.Constant1), StringComparison.Ordinal)
        .Replace("{y}", Number(value.Instruction.Constant2), StringComparison.Ordinal)
        .Replace("{z}", Number(value.Instruction.Constant3), StringComparison.Ordinal)
        .Replace("{stream}", value.Info.IsRandom ? Stream(program, value) : "", StringComparison.Ordinal);

    /// <summary>A number that every language reads as a double with the same bits.</summary>
    public static string Number(double number)
    {
        var text = ProgramPrinter.Print(number);
        return text.AsSpan().IndexOfAny('.', 'e') < 0 ? text + ".0" : text;
    }

    /// <summary>What tells the random numbers of a line from those of others.</summary>
    private static string Stream(ReadableProgram program, FlowValue value) =>
        (((ulong)value.Function << 32) + (uint)program.RandomOrdinal(value)).ToString(CultureInfo.InvariantCulture);
}
