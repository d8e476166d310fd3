using AutoMLZero.Analysis;
using AutoMLZero.Insight.Reading;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Export;

/// <summary>Writes a program as equations in a LaTeX document that needs amsmath and geometry.</summary>
internal static class LatexExporter
{
    /// <summary>The text of the document.</summary>
    public static string Write(ReadableProgram program)
    {
        var symbols = new LatexSymbols(program);
        var text = new SourceText().Add(
            """
            \documentclass{article}
            \usepackage[margin=2cm]{geometry}
            \usepackage{amsmath}
            \allowdisplaybreaks
            \begin{document}
            \noindent The features are $\mathbf{x}$, the label is $y$. Memory that nothing has set is zero.
            """);
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            if (program[function].IsEmpty) continue;
            var lines = program[function].Select(line => Equation(program, symbols, line));
            text.Add($"\\subsection*{{{function}}}").Add("\\begin{align*}").Add(string.Join(" \\\\\n", lines)).Add("\\end{align*}");
        }

        return text.Add("\\end{document}").ToString();
    }

    private static string Equation(ReadableProgram program, LatexSymbols symbols, ReadableLine line)
    {
        var value = line.Value;
        var (a, b) = (symbols.Of(program, value.Input1, value.Info.Input1), symbols.Of(program, value.Input2, value.Info.Input2));
        return $"{Output(symbols, line)} &{(value.Info.IsRandom ? "\\sim" : "\\gets")} {Formula(value, a, b)} && \\text{{{line.Note}}}";
    }

    private static string Output(LatexSymbols symbols, ReadableLine line)
    {
        var (instruction, symbol) = (line.Value.Instruction, symbols.Of(line.Name));
        return line.Value.Op switch
        {
            Op.VectorConstant or Op.SetElement => $"({symbol})_{{{Position(instruction.Constant1)}}}",
            Op.MatrixConstant => $"({symbol})_{{{Position(instruction.Constant1)}, {Position(instruction.Constant2)}}}",
            _ => symbol,
        };
    }

    private static string Position(double share) => $"\\lfloor {Number(share)} F \\rfloor";

    private static string Formula(FlowValue value, string a, string b)
    {
        var i = value.Instruction;
        return value.Op switch
        {
            Op.ScalarAdd or Op.VectorAdd or Op.MatrixAdd => $"{a} + {b}",
            Op.ScalarSubtract or Op.VectorSubtract or Op.MatrixSubtract => $"{a} - {b}",
            Op.ScalarMultiply or Op.VectorScale or Op.MatrixScale => $"{a} \\, {b}",
            Op.VectorMultiply or Op.MatrixMultiply => $"{a} \\odot {b}",
            Op.ScalarDivide or Op.VectorDivide or Op.MatrixDivide => $"\\frac{{{a}}}{{{b}}}",
            Op.ScalarAbs or Op.VectorAbs or Op.MatrixAbs => $"\\lvert {a} \\rvert",
            Op.ScalarReciprocal or Op.VectorReciprocal or Op.MatrixReciprocal => $"\\frac{{1}}{{{a}}}",
            Op.ScalarSin => $"\\sin({a})",
            Op.ScalarCos => $"\\cos({a})",
            Op.ScalarTan => $"\\tan({a})",
            Op.ScalarArcsin => $"\\arcsin({a})",
            Op.ScalarArccos => $"\\arccos({a})",
            Op.ScalarArctan => $"\\arctan({a})",
            Op.ScalarExp => $"\\exp({a})",
            Op.ScalarLog => $"\\ln({a})",
            Op.ScalarHeaviside => $"[{a} \\ge 0]",
            Op.VectorHeaviside or Op.MatrixHeaviside => $"[{a} > 0]",
            Op.ScalarBroadcast => $"{a} \\, \\mathbf{{1}}",
            Op.VectorBroadcastColumns => $"{a} \\, \\mathbf{{1}}^{{\\top}}",
            Op.VectorBroadcastRows => $"\\mathbf{{1}} \\, {a}^{{\\top}}",
            Op.VectorNorm or Op.MatrixNorm => $"\\lVert {a} \\rVert",
            Op.MatrixColumnNorm => $"\\left( \\lVert {a} e_j \\rVert \\right)_j",
            Op.MatrixRowNorm => $"\\left( \\lVert e_i^{{\\top}} {a} \\rVert \\right)_i",
            Op.VectorDot => $"{a}^{{\\top}} {b}",
            Op.VectorOuter => $"{a} \\, {b}^{{\\top}}",
            Op.MatrixVectorProduct or Op.MatrixProduct => $"{a} \\, {b}",
            Op.MatrixTranspose => $"{a}^{{\\top}}",
            Op.ScalarMinimum or Op.VectorMinimum or Op.MatrixMinimum => $"\\min({a}, {b})",
            Op.ScalarMaximum or Op.VectorMaximum or Op.MatrixMaximum => $"\\max({a}, {b})",
            Op.VectorElement => $"({a})_{{{Position(i.Constant1)}}}",
            Op.VectorMean or Op.MatrixMean => $"\\operatorname{{mean}}({a})",
            Op.MatrixRowMean => $"\\left( \\operatorname{{mean}}(e_i^{{\\top}} {a}) \\right)_i",
            Op.VectorStd or Op.MatrixStd => $"\\operatorname{{std}}({a})",
            Op.MatrixRowStd => $"\\left( \\operatorname{{std}}(e_i^{{\\top}} {a}) \\right)_i",
            Op.ScalarConstant => Number(i.Constant1),
            Op.VectorConstant => Number(i.Constant2),
            Op.SetElement => a,
            Op.MatrixConstant => Number(i.Constant3),
            Op.ScalarUniform or Op.VectorUniform or Op.MatrixUniform => $"\\mathcal{{U}}({Number(i.Constant1)}, {Number(i.Constant2)})",
            Op.ScalarGaussian or Op.VectorGaussian or Op.MatrixGaussian => $"\\mathcal{{N}}({Number(i.Constant1)}, {Number(i.Constant2)}^2)",
            _ => "",
        };
    }

    /// <summary>1.8e-3 is 1.8 times 10 to the power of -3.</summary>
    private static string Number(double number)
    {
        var text = ProgramPrinter.Print(number);
        var at = text.IndexOf('e', StringComparison.Ordinal);
        return at < 0 ? text : $"({text[..at]} \\cdot 10^{{{int.Parse(text.AsSpan(at + 1), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture)}}})";
    }
}
