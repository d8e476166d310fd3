using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Flow;

/// <summary>
/// Which memory is made from its own former content: weights that steps are added to, rates that shrink. Memory that is computed anew for each
/// example, if from the prediction, is not.
/// </summary>
internal sealed class Accumulation
{
    private readonly DataFlow flow;
    private readonly ImmutableArray<HashSet<int>> origins;

    /// <summary>Looks at every memory cell.</summary>
    public Accumulation(DataFlow flow)
    {
        this.flow = flow;
        origins = [.. flow.Memory.Select(OriginsOf)];
    }

    /// <summary>Whether a cell is made from its own former content.</summary>
    public bool Of(int memory) => origins[memory].Contains(memory);

    /// <summary>Whether two cells are made from each other, or are the same and made from itself.</summary>
    public bool AreOne(int memory, int other) => origins[memory].Contains(other) && origins[other].Contains(memory);

    private HashSet<int> OriginsOf(FlowMemory memory)
    {
        var found = new HashSet<int>();
        var seen = new HashSet<int>();
        foreach (var left in (ReadOnlySpan<int>)[memory.Predict, memory.Learn])
        {
            if (left >= 0) Walk(flow.Values[left], found, seen);
        }

        return found;
    }

    private void Walk(FlowValue value, HashSet<int> found, HashSet<int> seen)
    {
        if (!seen.Add(value.Index)) return;
        foreach (var operand in Preserved(value))
        {
            if (operand.Origin == FlowOrigin.Value) Walk(flow.Values[operand.Index], found, seen);
            else if (operand.Origin == FlowOrigin.Memory) Walk(operand.Index, found, seen);
        }
    }

    /// <summary>The way through the prediction is that of every learner, and not meant.</summary>
    private void Walk(int memory, HashSet<int> found, HashSet<int> seen)
    {
        found.Add(memory);
        if (memory == flow.Prediction.Index) return;
        foreach (var left in (ReadOnlySpan<int>)[flow.Memory[memory].Predict, flow.Memory[memory].Learn])
        {
            if (left >= 0) Walk(flow.Values[left], found, seen);
        }
    }

    /// <summary>The operands of which a value is a changed copy: of its type, and not scaled by anything of the example.</summary>
    private IEnumerable<FlowOperand> Preserved(FlowValue value)
    {
        var (first, second) = (value.Input1, value.Input2);
        switch (value.Op)
        {
            case Op.ScalarHeaviside or Op.VectorHeaviside or Op.MatrixHeaviside:
                return [];
            case Op.VectorConstant or Op.MatrixConstant or Op.SetElement:
                return [value.Kept];
            case Op.ScalarMultiply or Op.VectorMultiply or Op.MatrixMultiply or Op.VectorScale or Op.MatrixScale or Op.MatrixProduct
                or Op.ScalarDivide or Op.VectorDivide or Op.MatrixDivide:
                return [.. Factors(value, first, second), .. Factors(value, second, first)];
        }

        return value.Info.Input1 == value.Type && !IsLabel(first) && !IsLabel(second) ? value.Operands : [];
    }

    /// <summary>A sum with the label is an error, and no copy of the prediction.</summary>
    private static bool IsLabel(FlowOperand operand) => operand.Origin is FlowOrigin.Label or FlowOrigin.OneHotLabel;

    private IEnumerable<FlowOperand> Factors(FlowValue value, FlowOperand factor, FlowOperand other) =>
        TypeOf(factor, value) == value.Type && !SeesExample(other, value.Function, []) ? [factor] : [];

    private static OperandType TypeOf(FlowOperand operand, FlowValue reader) => operand == reader.Input1 ? reader.Info.Input1 : reader.Info.Input2;

    private bool SeesExample(FlowOperand operand, ComponentFunction function, HashSet<int> seen)
    {
        var value = operand.Origin switch
        {
            FlowOrigin.Value => operand.Index,
            FlowOrigin.Memory when function == ComponentFunction.Learn => flow.Memory[operand.Index].Predict,
            _ => -1,
        };
        if (value < 0) return operand.Origin is FlowOrigin.Features or FlowOrigin.Label or FlowOrigin.OneHotLabel;
        return seen.Add(value) && flow.Values[value].Operands.Any(input => SeesExample(input, flow.Values[value].Function, seen));
    }
}
