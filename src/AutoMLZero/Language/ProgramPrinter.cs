using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace AutoMLZero.Language;

/// <summary>Writes programs in the text form of the paper: the first form of the op table, constants in shortest round-trip form.</summary>
public static class ProgramPrinter
{
    private const int Indentation = 2;

    private static readonly ImmutableArray<ComponentFunction> Functions =
        [ComponentFunction.Setup, ComponentFunction.Predict, ComponentFunction.Learn];

    /// <summary>The text of a program: each function after its <c>def</c> line, one indented instruction a line, a guarded one further in than its guard.</summary>
    /// <param name="program">The program to print.</param>
    public static string Print(Program program)
    {
        var text = new StringBuilder();
        if (program.Source is { } source) return Print(source, text);
        foreach (var function in Functions)
        {
            text.Append("def ").Append(function).Append("():\n");
            var guards = 0;
            foreach (var instruction in program[function])
            {
                text.Append(' ', Indentation * (1 + guards)).Append(Print(instruction)).Append('\n');
                guards = instruction.Op.Info().IsGuard ? guards + 1 : 0;
            }
        }

        return text.ToString();
    }

    /// <summary>The text of one instruction, or of a call in source code, without indentation.</summary>
    /// <param name="instruction">The instruction to print.</param>
    public static string Print(Instruction instruction)
    {
        if (RoutineCall.Of(instruction) is { } call) return call.ToString();
        var info = instruction.Op.Info();
        var form = info.Forms[0];
        var text = new StringBuilder();
        for (var i = 0; i < form.Length; i++)
        {
            if (IsPlaceholder(form, i)) text.Append(Filled(form[i], instruction, info));
            else text.Append(form[i]);
        }

        return text.ToString();
    }

    /// <summary>A constant in the shortest form that reads back to the same bits.</summary>
    /// <param name="constant">The constant to print.</param>
    public static string Print(double constant) => constant.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');

    /// <summary>The name of an address, such as <c>v3</c>.</summary>
    /// <param name="type">Scalar, vector or matrix.</param>
    /// <param name="address">The address.</param>
    public static string Name(OperandType type, int address) => type switch
    {
        OperandType.Scalar => $"s{address}",
        OperandType.Vector => $"v{address}",
        _ => $"m{address}",
    };

    private static string Print(SourceCode source, StringBuilder text)
    {
        for (var body = 0; body < source.BodyCount; body++)
        {
            text.Append("def ").Append(SourceCode.NameOf(body)).Append("():\n");
            foreach (var line in source[body]) text.Append("  ").Append(Print(line)).Append('\n');
        }

        return text.ToString();
    }

    private static bool IsPlaceholder(string form, int at) =>
        "oabxyz".Contains(form[at]) && (at == 0 || !IsWord(form[at - 1])) && (at == form.Length - 1 || !IsWord(form[at + 1]));

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static string Filled(char placeholder, Instruction instruction, OpInfo info) => placeholder switch
    {
        'o' => Name(info.Output, instruction.Output),
        'a' => Name(info.Input1, instruction.Input1),
        'b' => Name(info.Input2, instruction.Input2),
        'x' => Print(instruction.Constant1),
        'y' => Print(instruction.Constant2),
        _ => Print(instruction.Constant3),
    };
}
