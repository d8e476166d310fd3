using System.Globalization;
using AutoMLZero.Analysis;
using AutoMLZero.Insight.Reading;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Export;

/// <summary>The symbols of a program in formulas: those of textbooks where a name has one, else letters by type with an index.</summary>
internal sealed class LatexSymbols
{
    private readonly Dictionary<Name, string> symbols = [];
    private readonly HashSet<string> used = ["\\mathbf{x}", "y", "\\mathbf{y}"];
    private readonly int[] next = new int[4];

    /// <summary>Gives every memory cell and every line a symbol.</summary>
    public LatexSymbols(ReadableProgram program)
    {
        symbols[new Name("features")] = "\\mathbf{x}";
        symbols[new Name("label")] = "y";
        symbols[new Name("one hot label")] = "\\mathbf{y}";
        foreach (var memory in program.Memory.Where(memory => Textbook(memory.Name.Words, memory.Memory.Type) is not null)) Add(memory.Name, memory.Memory.Type);
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            foreach (var line in program[function]) Add(line.Name, line.Value.Type);
        }

        foreach (var memory in program.Memory) Add(memory.Name, memory.Memory.Type);
    }

    /// <summary>The symbol of an operand of a type.</summary>
    public string Of(ReadableProgram program, FlowOperand operand, OperandType type) => operand.Origin is FlowOrigin.Zero or FlowOrigin.None
        ? type == OperandType.Scalar ? "0" : "\\mathbf{0}"
        : symbols[program.NameOf(operand)];

    /// <summary>The symbol of a name.</summary>
    public string Of(Name name) => symbols[name];

    private void Add(Name name, OperandType type)
    {
        if (symbols.ContainsKey(name)) return;
        var symbol = Textbook(name.Words, type);
        if (symbol is null || !used.Add(symbol)) symbol = Indexed(type);
        symbols.Add(name, symbol);
    }

    private string Indexed(OperandType type)
    {
        var index = (++next[(int)type]).ToString(CultureInfo.InvariantCulture);
        return type switch { OperandType.Scalar => $"a_{{{index}}}", OperandType.Vector => $"\\mathbf{{u}}_{{{index}}}", _ => $"M_{{{index}}}" };
    }

    private static string? Textbook(string words, OperandType type) => (words, type) switch
    {
        ("prediction", _) => "\\hat{y}",
        ("scores", _) => "\\hat{\\mathbf{y}}",
        ("learning rate", OperandType.Scalar) => "\\eta",
        ("weights" or "output weights" or "hidden weights", OperandType.Vector) => "\\mathbf{w}",
        ("weights" or "output weights" or "hidden weights", OperandType.Matrix) => "W",
        ("bias", OperandType.Scalar) => "b",
        ("bias" or "hidden bias", OperandType.Vector) => "\\mathbf{b}",
        ("error", OperandType.Scalar) => "e",
        ("error", OperandType.Vector) => "\\mathbf{e}",
        ("scaled error", OperandType.Scalar) => "\\delta",
        ("hidden units", OperandType.Vector) => "\\mathbf{h}",
        _ => null,
    };
}
