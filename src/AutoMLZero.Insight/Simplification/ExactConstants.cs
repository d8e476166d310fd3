using AutoMLZero.Analysis;
using AutoMLZero.Insight.Flow;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Simplification;

/// <summary>The numbers that values are at every step, bit for bit but for the sign of a zero; of vectors and matrices, that all elements are.</summary>
/// <param name="flow">The program.</param>
internal sealed class ExactConstants(DataFlow flow)
{
    private readonly Dictionary<int, double?> known = [];

    /// <summary>The number that an operand always is, all elements of it; null when that is not known.</summary>
    public double? Of(FlowOperand operand) => operand.Origin switch
    {
        FlowOrigin.Zero => 0,
        FlowOrigin.Value => Of(flow.Values[operand.Index]),
        FlowOrigin.Memory when flow.Memory[operand.Index] is { Predict: < 0, Learn: < 0, Setup: >= 0 and var setup } => Of(flow.Values[setup]),
        _ => null,
    };

    /// <summary>The number that a value always is, all elements of it; null when that is not known.</summary>
    public double? Of(FlowValue value)
    {
        if (known.TryGetValue(value.Index, out var number)) return number;
        known[value.Index] = null;
        return known[value.Index] = Compute(value);
    }

    private double? Compute(FlowValue value)
    {
        if (value.Op == Op.ScalarConstant) return value.Instruction.Constant1;
        if (value.Info.InputCount == 0 || Of(value.Input1) is not { } a || !UniformArithmetic.IsExact(value.Op, a)) return null;
        if (value.Info.InputCount == 1) return UniformArithmetic.Unary(value.Op, a);
        return Of(value.Input2) is { } b ? UniformArithmetic.Binary(value.Op, a, b) : null;
    }
}
