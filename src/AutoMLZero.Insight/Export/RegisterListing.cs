using System.Globalization;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Export;

/// <summary>
/// Writes the listing of linear genetic programming in C (Brameier and Banzhaf): <c>void gp(double r[8])</c>, in which register <c>r[i]</c> is scalar
/// <c>si</c> and introns are commented out, and a function that sets the registers from features and calls it.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="settings">What else decides the text.</param>
internal sealed class RegisterListing(RegisterProgram program, ExportSettings settings)
{
    private bool IsBinary => settings.Kind == TaskKind.Binary;

    private bool IsMultiClass => settings.Kind == TaskKind.MultiClass;

    private string Results => IsMultiClass ? $"r[1] to r[{Number(settings.Classes)}], the scores of the classes" : "r[1], the result";

    private string Prefix => string.Concat(settings.Name.Select((letter, index) =>
        char.IsAsciiLetterUpper(letter) ? (index > 0 ? "_" : "") + char.ToLower(letter, CultureInfo.InvariantCulture) : letter.ToString()));

    /// <summary>The text of the listing.</summary>
    public string Write()
    {
        var text = new SourceText().Add(
            $"""
            /* A formula that AutoMLZero evolved by linear genetic programming: C99, with the mathematical library.
               Lines in comments are introns: they have no effect on {Results}. */
            #include <math.h>

            """);
        text.Add(IsMultiClass
            ? $"enum {{ F = {Number(settings.Dimension)}, C = {Number(settings.Classes)} }}; /* number of features and of classes */"
            : $"enum {{ F = {Number(settings.Dimension)} }}; /* number of features */").Add("");
        var needs = program.Body.Where((_, line) => program.IsEffective[line]).Select(instruction => instruction.Op).Where(op => !op.Info().IsGuard);
        foreach (var code in Dialect.C.Code(needs.Select(op => op.ToString()).Concat(IsBinary ? ["Logistic"] : IsMultiClass ? ["Softmax"] : []))) text.Add(code).Add("");
        text.Add($"void gp(double r[{Number(program.Count)}])").Braces(Body).Add("");
        text.Add(IsMultiClass ? $"void {Prefix}_predict(const double features[F], double probabilities[C])" : $"double {Prefix}_predict(const double features[F])").Braces(Predict);
        return text.ToString();
    }

    private void Body(SourceText text)
    {
        var guards = 0;
        for (var line = 0; line < program.Body.Length; line++)
        {
            var instruction = program.Body[line];
            var code = new string(' ', 4 * guards) + Line(instruction);
            text.Add(program.IsEffective[line] ? code : $"/* {code.Replace("/* ", "", StringComparison.Ordinal).Replace(" */", "", StringComparison.Ordinal)} */");
            guards = instruction.Op.Info().IsGuard && program.IsEffective[line] ? guards + 1 : 0;
        }
    }

    private void Predict(SourceText text)
    {
        text.Add($"double r[{Number(program.Count)}] = {{ 0 }};");
        foreach (var instruction in program.Start)
        {
            if (instruction.Op == Op.VectorElement) text.Add(Feature(instruction));
            else if (instruction.Constant1 != 0 || double.IsNegative(instruction.Constant1)) text.Add($"{Register(instruction.Output)} = {Expressions.Number(instruction.Constant1)};");
        }

        text.Add("gp(r);");
        if (!IsMultiClass) text.Add(IsBinary ? "return logistic(r[1]);" : "return r[1];");
        else text.Add($"double scores[F] = {{ {string.Join(", ", Enumerable.Range(1, settings.Classes).Select(output => Register((byte)output)))} }};")
            .Add("softmax(scores, scores);").Add("for (int c = 0; c < C; c++) probabilities[c] = scores[c];");
    }

    private string Feature(Instruction instruction)
    {
        var feature = (int)Math.Floor(settings.Dimension * instruction.Constant1);
        var name = feature < settings.FeatureNames.Length ? $" /* {Comment(settings.FeatureNames[feature])} */" : "";
        return $"{Register(instruction.Output)} = features[{Number(feature)}];{name}";
    }

    /// <summary>A name that does not end the comment it is in.</summary>
    private static string Comment(string name) =>
        string.Concat(name.Where(letter => !char.IsControl(letter))).Replace("*/", "* /", StringComparison.Ordinal).Replace("/*", "/ *", StringComparison.Ordinal);

    private static string Line(Instruction instruction) => instruction.Op switch
    {
        Op.NoOp => "NoOp();",
        Op.IfGreater => $"if ({Register(instruction.Input1)} > {Register(instruction.Input2)})",
        Op.IfAtMost => $"if ({Register(instruction.Input1)} <= {Register(instruction.Input2)})",
        _ => Dialect.C.Expression(instruction.Op)
            .Replace("{o}", Register(instruction.Output), StringComparison.Ordinal)
            .Replace("{a}", Register(instruction.Input1), StringComparison.Ordinal)
            .Replace("{b}", Register(instruction.Input2), StringComparison.Ordinal)
            .Replace("{x}", Expressions.Number(instruction.Constant1), StringComparison.Ordinal) + ";",
    };

    private static string Register(byte address) => $"r[{Number(address)}]";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
