using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Simplification;

/// <summary>
/// Lines whose result is one of their operands, bit for bit: x - 0, x * 1, x / 1, the larger or smaller of x and itself, the size of what is never
/// negative, the transpose of a transpose, a step of a step. And x + 0, bit for bit but for the sign of a zero.
/// </summary>
/// <param name="flow">The program.</param>
/// <param name="constants">Its constants.</param>
internal sealed class Identities(DataFlow flow, ExactConstants constants)
{
    /// <summary>The operand that a line equals; null when it equals none.</summary>
    public FlowOperand? Of(FlowValue value) => value.Op switch
    {
        Op.ScalarAdd or Op.VectorAdd or Op.MatrixAdd => Is(value.Input2, 0) ? value.Input1 : Is(value.Input1, 0) ? value.Input2 : null,
        Op.ScalarSubtract or Op.VectorSubtract or Op.MatrixSubtract => Is(value.Input2, 0) ? value.Input1 : null,
        Op.ScalarMultiply => Is(value.Input2, 1) ? value.Input1 : Is(value.Input1, 1) ? value.Input2 : null,
        Op.VectorScale or Op.MatrixScale => Is(value.Input1, 1) ? value.Input2 : null,
        Op.ScalarDivide => Is(value.Input2, 1) ? value.Input1 : null,
        Op.ScalarMinimum or Op.VectorMinimum or Op.MatrixMinimum => value.Input1 == value.Input2 ? value.Input1 : null,
        Op.ScalarMaximum or Op.VectorMaximum or Op.MatrixMaximum =>
            value.Input1 == value.Input2 || (Is(value.Input2, 0) && IsNeverNegative(value.Input1)) ? value.Input1 : null,
        Op.ScalarAbs or Op.VectorAbs or Op.MatrixAbs => IsNeverNegative(value.Input1) ? value.Input1 : null,
        Op.VectorHeaviside => Made(value.Input1) is { Op: Op.VectorHeaviside } ? value.Input1 : null,
        Op.MatrixHeaviside => Made(value.Input1) is { Op: Op.MatrixHeaviside } ? value.Input1 : null,
        Op.MatrixTranspose => Made(value.Input1) is { Op: Op.MatrixTranspose } inner ? inner.Input1 : null,
        _ => null,
    };

    /// <summary>The zero of a constant may not be negative: x - -0 is 0 where x is -0.</summary>
    private bool Is(FlowOperand operand, double number) =>
        constants.Of(operand) is { } constant && BitConverter.DoubleToInt64Bits(constant) == BitConverter.DoubleToInt64Bits(number);

    private FlowValue? Made(FlowOperand operand) => operand.Origin == FlowOrigin.Value ? flow.Values[operand.Index] : null;

    private bool IsNeverNegative(FlowOperand operand) => Made(operand)?.Op is Op.VectorNorm or Op.MatrixNorm or Op.MatrixColumnNorm or Op.MatrixRowNorm
        or Op.ScalarAbs or Op.VectorAbs or Op.MatrixAbs or Op.ScalarHeaviside or Op.VectorHeaviside or Op.MatrixHeaviside or Op.ScalarExp;
}
