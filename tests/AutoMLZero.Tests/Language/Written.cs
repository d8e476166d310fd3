using System.Text.RegularExpressions;
using AutoMLZero.Language;

namespace AutoMLZero.Tests.Language;

/// <summary>One instruction of each operation, written out without the printer.</summary>
internal static class Written
{
    private const byte Output = 3;
    private const byte Input1 = 4;
    private const byte Input2 = 5;

    /// <summary>The instruction with output 3, inputs 4 and 5 and constants 0.25, 0.5 and 0.75, as far as the operation has them.</summary>
    public static Instruction Instruction(OpInfo info) => new(
        info.Op,
        info.Output == OperandType.None ? (byte)0 : Output,
        info.InputCount > 0 ? Input1 : (byte)0,
        info.InputCount > 1 ? Input2 : (byte)0,
        info.Constants.Length > 0 ? 0.25 : 0,
        info.Constants.Length > 1 ? 0.5 : 0,
        info.Constants.Length > 2 ? 0.75 : 0);

    /// <summary>A form of the op table with that instruction's addresses and constants.</summary>
    public static string Fill(string form, OpInfo info) => Regex.Replace(form, @"\b[oabxyz]\b", match => match.Value switch
    {
        "o" => Letter(info.Output) + "3",
        "a" => Letter(info.Input1) + "4",
        "b" => Letter(info.Input2) + "5",
        "x" => "0.25",
        "y" => "0.5",
        _ => "0.75",
    });

    /// <summary>The only instruction of a text that stands in <c>Predict</c>.</summary>
    public static Instruction Read(string text) => Assert.Single(Program(text).Predict);

    /// <summary>The program whose <c>Predict</c> is a text, on the third line.</summary>
    public static Program Program(string predict) => ProgramParser.Parse($"def Setup():\ndef Predict():\n{predict}\ndef Learn():\n");

    private static string Letter(OperandType type) => type == OperandType.Scalar ? "s" : type == OperandType.Vector ? "v" : "m";
}
