using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Insight.Flow;

/// <summary>Operations on numbers, and on vectors and matrices all of whose elements are one number, by the engine's own arithmetic in 64 bits.</summary>
internal static class UniformArithmetic
{
    /// <summary>Whether results have the engine's bits whatever F is: those of sums over elements have not, except of zeros.</summary>
    public static bool IsExact(Op op, double a) => a == 0 || op is not (Op.VectorMean or Op.MatrixMean or Op.MatrixRowMean);

    /// <summary>An operation with one operand; null when the result is not all one number, or which one depends on F.</summary>
    public static double? Unary(Op op, double a) => op switch
    {
        Op.ScalarAbs or Op.VectorAbs or Op.MatrixAbs => Math.Abs(a),
        Op.ScalarReciprocal or Op.VectorReciprocal or Op.MatrixReciprocal => 1 / a,
        Op.ScalarSin => Elementary.Sin(a),
        Op.ScalarCos => Elementary.Cos(a),
        Op.ScalarTan => Elementary.Tan(a),
        Op.ScalarArcsin => Elementary.Arcsin(a),
        Op.ScalarArccos => Elementary.Arccos(a),
        Op.ScalarArctan => Elementary.Arctan(a),
        Op.ScalarExp => Elementary.Exp(a),
        Op.ScalarLog => Elementary.Log(a),
        Op.ScalarHeaviside => a >= 0 ? 1 : 0,
        Op.VectorHeaviside or Op.MatrixHeaviside => a > 0 ? 1 : 0,
        Op.ScalarBroadcast or Op.VectorBroadcastColumns or Op.VectorBroadcastRows or Op.MatrixTranspose => a,
        Op.VectorMean or Op.MatrixMean or Op.MatrixRowMean or Op.VectorElement => a,
        Op.SetElement => null,
        _ when a == 0 => 0,
        _ => null,
    };

    /// <summary>An operation with two operands; null when the result is not all one number, or which one depends on F.</summary>
    public static double? Binary(Op op, double a, double b) => op switch
    {
        Op.ScalarAdd or Op.VectorAdd or Op.MatrixAdd => a + b,
        Op.ScalarSubtract or Op.VectorSubtract or Op.MatrixSubtract => a - b,
        Op.ScalarMultiply or Op.VectorMultiply or Op.MatrixMultiply or Op.VectorScale or Op.MatrixScale or Op.VectorOuter => a * b,
        Op.ScalarDivide or Op.VectorDivide or Op.MatrixDivide => a / b,
        Op.ScalarMinimum or Op.VectorMinimum or Op.MatrixMinimum => b < a ? b : a,
        Op.ScalarMaximum or Op.VectorMaximum or Op.MatrixMaximum => b > a ? b : a,
        _ when a * b == 0 => 0,
        _ => null,
    };
}
