using AutoMLZero.Analysis;
using AutoMLZero.Insight.Reading;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Export;

/// <summary>Writes the data flow of a program as a graph for Graphviz: a box a line, a cylinder a memory cell.</summary>
internal static class DotExporter
{
    /// <summary>The text of the graph.</summary>
    public static string Write(ReadableProgram program)
    {
        var text = new SourceText().Add("digraph program {").Indented(body =>
        {
            body.Add("rankdir=TB;").Add("node [shape=box, style=rounded, fontname=\"Helvetica\"];");
            foreach (var origin in Given(program)) body.Add($"{origin} [shape=ellipse, label={Quoted(program.NameOf(new FlowOperand(origin)).Words)}];");
            foreach (var memory in program.Memory) body.Add($"memory{memory.Memory.Index} [shape=cylinder, label={Quoted(memory.Name.Words)}{(memory.IsLearned ? ", penwidth=2" : "")}];");
            for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++) Function(body, program, function);
            foreach (var value in program.Flow.Values) Edges(body, value);
        }).Add("}");
        return text.ToString();
    }

    private static IEnumerable<FlowOrigin> Given(ReadableProgram program) => program.Flow.Values.SelectMany(value => value.Operands)
        .Select(operand => operand.Origin).Where(origin => origin is FlowOrigin.Features or FlowOrigin.Label or FlowOrigin.OneHotLabel).Distinct().Order();

    private static void Function(SourceText text, ReadableProgram program, ComponentFunction function)
    {
        if (program[function].IsEmpty) return;
        text.Add($"subgraph cluster{function} {{").Indented(body =>
        {
            body.Add($"label=\"{function}\";");
            foreach (var line in program[function]) body.Add($"value{line.Value.Index} [label={Quoted(Label(line))}];");
        }).Add("}");
    }

    private static string Label(ReadableLine line)
    {
        var form = ProgramPrinter.Print(line.Value.Instruction);
        return $"{line.Name.Words}\n{form}";
    }

    private static void Edges(SourceText text, FlowValue value)
    {
        foreach (var operand in value.Operands)
        {
            var source = operand.Origin switch
            {
                FlowOrigin.Value => $"value{operand.Index}",
                FlowOrigin.Memory => $"memory{operand.Index}",
                FlowOrigin.Zero => null,
                _ => operand.Origin.ToString(),
            };
            if (source is not null) text.Add($"{source} -> value{value.Index};");
        }

        if (value.IsLeft) text.Add($"value{value.Index} -> memory{value.LeftIn} [style=dashed];");
    }

    private static string Quoted(string label) =>
        $"\"{label.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
