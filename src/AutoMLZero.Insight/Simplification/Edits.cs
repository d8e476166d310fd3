using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Simplification;

/// <summary>Programs with a line less, that may predict something else: a line is deleted, or merged with what another address holds.</summary>
internal static class Edits
{
    /// <summary>The program without each of its lines.</summary>
    public static IEnumerable<Program> Deletions(DataFlow flow) =>
        flow.Values.Select(value => flow.Program.With(value.Function, flow.Program[value.Function].RemoveAt(value.Line)));

    /// <summary>The program without each of its lines, whatever they are.</summary>
    public static IEnumerable<Program> LineDeletions(Program program) =>
        from function in Enum.GetValues<ComponentFunction>()
        from line in Enumerable.Range(0, program[function].Length)
        select program.With(function, program[function].RemoveAt(line));

    /// <summary>The program without each of its lines, whose readers read each other value, memory or feature of the type instead.</summary>
    public static IEnumerable<Program> Merges(DataFlow flow) =>
        from value in flow.Values
        from other in Others(flow, value)
        let program = Rewriting.Bypass(flow, value, other)
        where program is not null
        select program;

    private static IEnumerable<FlowOperand> Others(DataFlow flow, FlowValue value)
    {
        foreach (var other in flow.Of(value.Function).Where(other => other.Line < value.Line && other.Type == value.Type)) yield return new(FlowOrigin.Value, other.Index);
        foreach (var memory in flow.Memory.Where(memory => memory.Type == value.Type)) yield return new(FlowOrigin.Memory, memory.Index);
        if (value.Type == OperandType.Vector && value.Function != ComponentFunction.Setup) yield return new(FlowOrigin.Features);
    }
}
