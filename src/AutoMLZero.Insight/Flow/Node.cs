using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Flow;

/// <summary>Something that is read somewhere: two nodes are equal when the same bits are read.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Index">Which value or memory.</param>
/// <param name="At">The function that finds it in memory; Setup for all that is not memory.</param>
internal readonly record struct Node(FlowOrigin Origin, int Index, ComponentFunction At)
{
    /// <summary>Whether it is an instruction's result.</summary>
    public bool IsValue => Origin == FlowOrigin.Value;

    /// <summary>Whether it is what a function finds in memory.</summary>
    public bool IsMemory => Origin == FlowOrigin.Memory;

    /// <summary>Whether it is the label, as a number or as a vector.</summary>
    public bool IsLabel => Origin is FlowOrigin.Label or FlowOrigin.OneHotLabel;

    /// <summary>An operand of an instruction of a function.</summary>
    public static Node Of(FlowOperand operand, ComponentFunction at) =>
        new(operand.Origin, operand.Index, operand.Origin == FlowOrigin.Memory ? at : ComponentFunction.Setup);

    /// <summary>The result of an instruction.</summary>
    public static Node Of(FlowValue value) => OfValue(value.Index);

    /// <summary>The result of the instruction with an index.</summary>
    public static Node OfValue(int index) => new(FlowOrigin.Value, index, ComponentFunction.Setup);

    /// <summary>What a function finds in memory.</summary>
    public static Node OfMemory(int index, ComponentFunction at) => new(FlowOrigin.Memory, index, at);
}
