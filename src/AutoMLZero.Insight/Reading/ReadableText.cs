using System.Text;
using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Reading;

/// <summary>Writes lines in the forms of the language, with names for reading.</summary>
public static class ReadableText
{
    /// <summary>A line, such as <c>error = label - prediction</c>.</summary>
    /// <param name="line">The line.</param>
    public static string Of(ReadableLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var form = line.Value.Info.Forms[0];
        var text = new StringBuilder();
        for (var i = 0; i < form.Length; i++)
        {
            if (IsPlaceholder(form, i)) text.Append(Filled(form[i], line));
            else text.Append(form[i]);
        }

        return text.ToString();
    }

    private static bool IsPlaceholder(string form, int at) =>
        "oabxyz".Contains(form[at], StringComparison.Ordinal) && (at == 0 || !IsWord(form[at - 1])) && (at == form.Length - 1 || !IsWord(form[at + 1]));

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    private static string Filled(char placeholder, ReadableLine line) => placeholder switch
    {
        'o' => line.Name.Snake,
        'a' => Input(line, 0),
        'b' => Input(line, 1),
        'x' => ProgramPrinter.Print(line.Value.Instruction.Constant1),
        'y' => ProgramPrinter.Print(line.Value.Instruction.Constant2),
        _ => ProgramPrinter.Print(line.Value.Instruction.Constant3),
    };

    private static string Input(ReadableLine line, int index) =>
        (index == 0 ? line.Value.Input1 : line.Value.Input2).Origin == FlowOrigin.Zero ? "0" : line.Inputs[index].Snake;
}
