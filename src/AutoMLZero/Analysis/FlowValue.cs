using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>One effective instruction of <see cref="DataFlow"/>.</summary>
/// <param name="Index">Its place among the values: first those of Setup, then of Predict, then of Learn, each in the order of the program.</param>
/// <param name="Function">The function that it belongs to.</param>
/// <param name="Line">Its place in that function of the program, from 0, introns counted.</param>
/// <param name="Instruction">The instruction.</param>
/// <param name="Input1">The first input.</param>
/// <param name="Input2">The second input.</param>
/// <param name="Kept">What a write to a single element keeps the other elements of.</param>
/// <param name="LeftIn">The memory that the function leaves the value in for a later function; -1 when it does not.</param>
public sealed record FlowValue(
    int Index,
    ComponentFunction Function,
    int Line,
    Instruction Instruction,
    FlowOperand Input1,
    FlowOperand Input2,
    FlowOperand Kept,
    int LeftIn)
{
    /// <summary>The row of the op table.</summary>
    public OpInfo Info => Instruction.Op.Info();

    /// <summary>The operation.</summary>
    public Op Op => Instruction.Op;

    /// <summary>The type of the value.</summary>
    public OperandType Type => Info.Output;

    /// <summary>Whether a later function finds the value in memory.</summary>
    public bool IsLeft => LeftIn >= 0;

    /// <summary>The operands that exist, in order: inputs, then what is kept.</summary>
    public IEnumerable<FlowOperand> Operands => ((ImmutableArray<FlowOperand>)[Input1, Input2, Kept]).Where(operand => operand.Exists);
}
