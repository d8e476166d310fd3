using System.Globalization;
using System.Text;
using AutoMLZero.Analysis;
using AutoMLZero.Insight.Reading;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Export;

/// <summary>
/// Writes the classic listing of linear genetic programming (Brameier and Banzhaf): the program as found, line by line with its own names, as C
/// functions in which introns are commented out.
/// </summary>
internal sealed class CExporter
{
    private readonly ReadableProgram program;
    private readonly ExportSettings settings;

    private CExporter(ReadableProgram program, ExportSettings settings) => (this.program, this.settings) = (program, settings);

    private bool IsMultiClass => settings.Kind == TaskKind.MultiClass;

    private string Prediction => program.Flow.Prediction.Name;

    private string Prefix => string.Concat(settings.Name.Select((letter, index) =>
        char.IsAsciiLetterUpper(letter) ? (index > 0 ? "_" : "") + char.ToLower(letter, CultureInfo.InvariantCulture) : letter.ToString()));

    private string PredictSignature => IsMultiClass
        ? $"void {Prefix}_predict(const double features[F], double probabilities[C])"
        : $"double {Prefix}_predict(const double features[F])";

    private string LearnSignature => $"void {Prefix}_learn(const double features[F], double label)";

    /// <summary>The text of the listing.</summary>
    public static string Write(ReadableProgram program, ExportSettings settings) => new CExporter(program, settings).Write();

    private string Write()
    {
        var text = new SourceText();
        Head(text);
        foreach (var code in Dialect.C.Code(Needs())) text.Add(code).Add("");
        text.Add("static void setup(void)").Braces(body => Lines(body, ComponentFunction.Setup)).Add("");
        text.Add("static void predict(void)").Braces(body => Lines(body, ComponentFunction.Predict)).Add("");
        text.Add("static void learn(void)").Braces(body => Lines(body, ComponentFunction.Learn)).Add("");
        Setup(text);
        Predict(text);
        Learn(text);
        return text.ToString();
    }

    private void Head(SourceText text)
    {
        text.Add(
            """
            /* A learning algorithm that AutoMLZero evolved out of basic mathematics: C99, with the mathematical library.
               Lines in comments are introns: they have no effect on any prediction. */
            #include <math.h>
            #include <stdint.h>
            #include <string.h>

            """);
        text.Add($"enum {{ F = {settings.Dimension}{(IsMultiClass ? $", C = {settings.Classes}" : "")} }}; /* number of features{(IsMultiClass ? " and of classes" : "")} */").Add("");
        text.Add($"void {Prefix}_setup({(program.IsRandom ? "uint64_t seed" : "void")}); /* forgets everything that was learned */");
        text.Add($"{PredictSignature};").Add($"{LearnSignature}; /* predicts the example, then learns from its label */").Add("");
        if (program.IsRandom) text.Add("static uint64_t seed, examples, step;");
        foreach (var (type, size) in (ReadOnlySpan<(OperandType, string)>)[(OperandType.Scalar, ""), (OperandType.Vector, "[F]"), (OperandType.Matrix, "[F * F]")])
        {
            var names = Cells(type).Select(address => ProgramPrinter.Name(type, address) + size).ToArray();
            if (names.Length > 0) text.Add($"static double {string.Join(", ", names)};");
        }

        text.Add("");
    }

    private IEnumerable<string> Needs()
    {
        var needs = program.Flow.Values.Select(value => value.Op.ToString());
        return settings.Kind switch
        {
            TaskKind.Binary => needs.Append("Logistic"),
            TaskKind.MultiClass => needs.Append("Softmax"),
            _ => needs,
        };
    }

    /// <summary>The addresses of a type that effective lines touch, and that of the prediction.</summary>
    private SortedSet<int> Cells(OperandType type)
    {
        var cells = new SortedSet<int>(program.Flow.Values.SelectMany(value => new[]
        {
            (value.Type, value.Instruction.Output), (value.Info.Input1, value.Instruction.Input1), (value.Info.Input2, value.Instruction.Input2),
        }).Where(cell => cell.Item1 == type).Select(cell => (int)cell.Item2));
        if (program.Flow.Prediction.Type == type) cells.Add(program.Flow.Prediction.Address);
        return cells;
    }

    private bool Uses(OperandType type, int address) => Cells(type).Contains(address);

    private void Lines(SourceText text, ComponentFunction function)
    {
        var effective = program.Flow.Of(function).ToDictionary(value => value.Line);
        for (var line = 0; line < program.Flow.Program[function].Length; line++)
            text.Add(effective.TryGetValue(line, out var value) ? Line(value) : $"/* {program.Flow.Program[function][line]}; */");
    }

    private string Line(FlowValue value)
    {
        var instruction = value.Instruction;
        var form = Dialect.C.Expression(value.Op)
            .Replace("{o}", ProgramPrinter.Name(value.Type, instruction.Output), StringComparison.Ordinal)
            .Replace("{a}", ProgramPrinter.Name(value.Info.Input1, instruction.Input1), StringComparison.Ordinal)
            .Replace("{b}", ProgramPrinter.Name(value.Info.Input2, instruction.Input2), StringComparison.Ordinal);
        var code = new StringBuilder(Expressions.Fill(form, program, value, (_, _) => "")).Append(';');
        return value.Type == OperandType.Scalar && value.Info.Input1 is OperandType.None or OperandType.Scalar ? code.ToString() : $"{code} /* {instruction} */";
    }

    private void Setup(SourceText text) => text.Add($"void {Prefix}_setup({(program.IsRandom ? "uint64_t chosen_seed" : "void")})").Braces(body =>
    {
        if (program.IsRandom) body.Add("seed = chosen_seed;").Add("examples = step = 0;");
        var scalars = Cells(OperandType.Scalar);
        if (scalars.Count > 0) body.Add($"{string.Join(" = ", scalars.Select(address => $"s{address}"))} = 0;");
        foreach (var address in Cells(OperandType.Vector)) body.Add($"memset(v{address}, 0, sizeof v{address});");
        foreach (var address in Cells(OperandType.Matrix)) body.Add($"memset(m{address}, 0, sizeof m{address});");
        body.Add("setup();");
    }).Add("");

    private void Predict(SourceText text)
    {
        text.Add("static void see(const double features[F])").Braces(body =>
        {
            body.Add(Uses(OperandType.Vector, 0) ? "memcpy(v0, features, sizeof v0);" : "(void)features;");
            if (Uses(OperandType.Scalar, 0)) body.Add("s0 = 0;");
            if (IsMultiClass && Uses(OperandType.Vector, 1)) body.Add("memset(v1, 0, sizeof v1);");
            if (program.IsRandom) body.Add("step = examples++;");
            body.Add("predict();");
        }).Add("");
        text.Add(PredictSignature).Braces(body =>
        {
            body.Add("see(features);");
            if (!IsMultiClass) body.Add(settings.Kind == TaskKind.Binary ? $"return logistic({Prediction});" : $"return {Prediction};");
            else body.Add("double scores[F];").Add($"softmax(scores, {Prediction});").Add("memcpy(probabilities, scores, C * sizeof *scores);");
        }).Add("");
    }

    private void Learn(SourceText text) => text.Add(LearnSignature).Braces(body =>
    {
        body.Add("see(features);");
        if (settings.Kind == TaskKind.Binary) body.Add($"{Prediction} = logistic({Prediction});");
        if (IsMultiClass) body.Add($"softmax({Prediction}, {Prediction});");
        var usesOneHot = IsMultiClass && Uses(OperandType.Vector, 1);
        if (Uses(OperandType.Scalar, 0)) body.Add("s0 = label;");
        if (usesOneHot) body.Add("v1[(int)label] = 1;");
        if (!Uses(OperandType.Scalar, 0) && !usesOneHot) body.Add("(void)label;");
        body.Add("learn();");
    });
}
