using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Insight.Simplification;

/// <summary>The numbers that scalars are at every step, and whether other values are zero at every step, by the engine's own arithmetic in 64 bits.</summary>
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

    /// <summary>The number that a scalar always is; null when that is not known.</summary>
    public double? Of(FlowValue value)
    {
        if (known.TryGetValue(value.Index, out var number)) return number;
        known[value.Index] = null;
        return known[value.Index] = value.Type == OperandType.Scalar ? Compute(value) : null;
    }

    private double? Compute(FlowValue value)
    {
        if (value.Op == Op.ScalarConstant) return value.Instruction.Constant1;
        if (value.Info.Input1 != OperandType.Scalar || Of(value.Input1) is not { } a) return null;
        var b = value.Input2.Exists ? Of(value.Input2) : 0;
        return b is null ? null : value.Op switch
        {
            Op.ScalarAdd => a + b,
            Op.ScalarSubtract => a - b,
            Op.ScalarMultiply => a * b,
            Op.ScalarDivide => a / b,
            Op.ScalarAbs => Math.Abs(a),
            Op.ScalarReciprocal => 1 / a,
            Op.ScalarSin => Elementary.Sin(a),
            Op.ScalarCos => Elementary.Cos(a),
            Op.ScalarTan => Elementary.Tan(a),
            Op.ScalarArcsin => Elementary.Arcsin(a),
            Op.ScalarArccos => Elementary.Arccos(a),
            Op.ScalarArctan => Elementary.Arctan(a),
            Op.ScalarExp => Elementary.Exp(a),
            Op.ScalarLog => Elementary.Log(a),
            Op.ScalarHeaviside => a >= 0 ? 1 : 0,
            Op.ScalarMinimum => b < a ? b : a,
            Op.ScalarMaximum => b > a ? b : a,
            _ => null,
        };
    }
}
