using System.Numerics;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using static AutoMLZero.Tests.Oracle.OracleMath;

namespace AutoMLZero.Tests.Oracle;

/// <summary>What each operation means, over the memory of one task; results are complete before they are written.</summary>
internal sealed class OracleMachine<T>(OracleMemory<T> memory)
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    private readonly int size = memory.Dimension;

    /// <summary>Executes one instruction.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="stepKey">Decides what a random instruction draws.</param>
    public void Execute(Instruction instruction, ulong stepKey)
    {
        switch (instruction.Op.Info().Output)
        {
            case OperandType.Scalar:
                memory.Scalars[instruction.Output] = Scalar(instruction, stepKey);
                break;
            case OperandType.Vector:
                memory.SetVector(instruction.Output, Vector(instruction, stepKey));
                break;
            case OperandType.Matrix:
                memory.SetMatrix(instruction.Output, Matrix(instruction, stepKey));
                break;
        }
    }

    /// <summary>What a guard says to the next instruction; null when the instruction is none.</summary>
    public bool? Allows(Instruction instruction) => instruction.Op switch
    {
        Op.IfGreater => S(instruction.Input1) > S(instruction.Input2),
        Op.IfAtMost => S(instruction.Input1) <= S(instruction.Input2),
        _ => null,
    };

    private T Scalar(Instruction i, ulong key) => i.Op switch
    {
        Op.ScalarAdd => S(i.Input1) + S(i.Input2),
        Op.ScalarSubtract => S(i.Input1) - S(i.Input2),
        Op.ScalarMultiply => S(i.Input1) * S(i.Input2),
        Op.ScalarDivide => S(i.Input1) / S(i.Input2),
        Op.ScalarAbs => T.Abs(S(i.Input1)),
        Op.ScalarReciprocal => T.One / S(i.Input1),
        Op.ScalarSin => InDouble(Elementary.Sin, S(i.Input1)),
        Op.ScalarCos => InDouble(Elementary.Cos, S(i.Input1)),
        Op.ScalarTan => InDouble(Elementary.Tan, S(i.Input1)),
        Op.ScalarArcsin => InDouble(Elementary.Arcsin, S(i.Input1)),
        Op.ScalarArccos => InDouble(Elementary.Arccos, S(i.Input1)),
        Op.ScalarArctan => InDouble(Elementary.Arctan, S(i.Input1)),
        Op.ScalarExp => InDouble(Elementary.Exp, S(i.Input1)),
        Op.ScalarLog => InDouble(Elementary.Log, S(i.Input1)),
        Op.ScalarHeaviside => S(i.Input1) >= T.Zero ? T.One : T.Zero,
        Op.VectorElement => V(i.Input1)[Position(i.Constant1)],
        Op.VectorNorm => T.Sqrt(Sum(Squares(V(i.Input1)))),
        Op.VectorDot => Dot(V(i.Input1), V(i.Input2)),
        Op.MatrixNorm => T.Sqrt(Sum(RowSums(Squares(M(i.Input1))))),
        Op.ScalarMinimum => Minimum(S(i.Input1), S(i.Input2)),
        Op.ScalarMaximum => Maximum(S(i.Input1), S(i.Input2)),
        Op.VectorMean => Mean(V(i.Input1)),
        Op.MatrixMean => MatrixMean(M(i.Input1)),
        Op.VectorStd => StandardDeviation(Mean(V(i.Input1)), Mean(Squares(V(i.Input1)))),
        Op.MatrixStd => StandardDeviation(MatrixMean(M(i.Input1)), MatrixMean(Squares(M(i.Input1)))),
        Op.ScalarConstant => Rounded(i.Constant1),
        Op.ScalarUniform or Op.ScalarGaussian => Draw(i, key, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(i), i.Op, "This operation has no scalar output."),
    };

    private T[] Vector(Instruction i, ulong key) => i.Op switch
    {
        Op.VectorHeaviside => Map(V(i.Input1), Step),
        Op.VectorScale => Map(V(i.Input2), x => S(i.Input1) * x),
        Op.ScalarBroadcast => Vector(_ => S(i.Input1)),
        Op.VectorReciprocal => Map(V(i.Input1), x => T.One / x),
        Op.VectorAbs => Map(V(i.Input1), T.Abs),
        Op.VectorAdd => Pairs(V(i.Input1), V(i.Input2), (x, y) => x + y),
        Op.VectorSubtract => Pairs(V(i.Input1), V(i.Input2), (x, y) => x - y),
        Op.VectorMultiply => Pairs(V(i.Input1), V(i.Input2), (x, y) => x * y),
        Op.VectorDivide => Pairs(V(i.Input1), V(i.Input2), (x, y) => x / y),
        Op.MatrixVectorProduct => Vector(row => Dot(Row(M(i.Input1), row), V(i.Input2))),
        Op.MatrixColumnNorm => Vector(column => T.Sqrt(Sum(Squares(Column(M(i.Input1), column))))),
        Op.MatrixRowNorm => Vector(row => T.Sqrt(Sum(Squares(Row(M(i.Input1), row))))),
        Op.VectorMinimum => Pairs(V(i.Input1), V(i.Input2), Minimum),
        Op.VectorMaximum => Pairs(V(i.Input1), V(i.Input2), Maximum),
        Op.MatrixRowMean => Vector(row => Mean(Row(M(i.Input1), row))),
        Op.MatrixRowStd => Vector(row => StandardDeviation(Mean(Row(M(i.Input1), row)), Mean(Squares(Row(M(i.Input1), row))))),
        Op.VectorConstant => Replaced(V(i.Output), Position(i.Constant1), Rounded(i.Constant2)),
        Op.SetElement => Replaced(V(i.Output), Position(i.Constant1), S(i.Input1)),
        Op.VectorUniform or Op.VectorGaussian => Vector(element => Draw(i, key, element)),
        _ => throw new ArgumentOutOfRangeException(nameof(i), i.Op, "This operation has no vector output."),
    };

    private T[] Matrix(Instruction i, ulong key) => i.Op switch
    {
        Op.MatrixHeaviside => Map(M(i.Input1), Step),
        Op.VectorOuter => Matrix((row, column) => V(i.Input1)[row] * V(i.Input2)[column]),
        Op.MatrixScale => Map(M(i.Input2), x => S(i.Input1) * x),
        Op.MatrixReciprocal => Map(M(i.Input1), x => T.One / x),
        Op.VectorBroadcastColumns => Matrix((row, _) => V(i.Input1)[row]),
        Op.VectorBroadcastRows => Matrix((_, column) => V(i.Input1)[column]),
        Op.MatrixTranspose => Matrix((row, column) => M(i.Input1)[(column * size) + row]),
        Op.MatrixAbs => Map(M(i.Input1), T.Abs),
        Op.MatrixAdd => Pairs(M(i.Input1), M(i.Input2), (x, y) => x + y),
        Op.MatrixSubtract => Pairs(M(i.Input1), M(i.Input2), (x, y) => x - y),
        Op.MatrixMultiply => Pairs(M(i.Input1), M(i.Input2), (x, y) => x * y),
        Op.MatrixDivide => Pairs(M(i.Input1), M(i.Input2), (x, y) => x / y),
        Op.MatrixProduct => Matrix((row, column) => Dot(Row(M(i.Input1), row), Column(M(i.Input2), column))),
        Op.MatrixMinimum => Pairs(M(i.Input1), M(i.Input2), Minimum),
        Op.MatrixMaximum => Pairs(M(i.Input1), M(i.Input2), Maximum),
        Op.MatrixConstant => Replaced(M(i.Output), (Position(i.Constant1) * size) + Position(i.Constant2), Rounded(i.Constant3)),
        Op.MatrixUniform or Op.MatrixGaussian => Matrix((row, column) => Draw(i, key, (row * size) + column)),
        _ => throw new ArgumentOutOfRangeException(nameof(i), i.Op, "This operation has no matrix output."),
    };

    private T S(byte address) => memory.Scalars[address];

    private T[] V(byte address) => memory.Vector(address);

    private T[] M(byte address) => memory.Matrix(address);

    private T[] Vector(Func<int, T> element) => [.. Enumerable.Range(0, size).Select(element)];

    private T[] Matrix(Func<int, int, T> element) => [.. Enumerable.Range(0, size * size).Select(at => element(at / size, at % size))];

    private T[] Row(T[] matrix, int row) => matrix[(row * size)..((row + 1) * size)];

    private T[] Column(T[] matrix, int column) => Vector(row => matrix[(row * size) + column]);

    private T[] RowSums(T[] matrix) => Vector(row => Sum(Row(matrix, row)));

    private T Mean(T[] vector) => Sum(vector) / T.CreateChecked(size);

    private T MatrixMean(T[] matrix) => Sum(RowSums(matrix)) / T.CreateChecked(size * size);

    private int Position(double constant) => (int)Math.Floor(size * constant);

    private static T[] Map(T[] values, Func<T, T> function) => Array.ConvertAll(values, x => function(x));

    private static T[] Pairs(T[] a, T[] b, Func<T, T, T> function) => [.. a.Zip(b, function)];

    private static T[] Squares(T[] values) => Map(values, x => x * x);

    private static T Dot(T[] a, T[] b) => Sum(Pairs(a, b, (x, y) => x * y));

    private static T Step(T x) => x > T.Zero ? T.One : T.Zero;

    private static T Rounded(double constant) => T.CreateTruncating(constant);

    private static T[] Replaced(T[] values, int at, T value)
    {
        T[] result = [.. values];
        result[at] = value;
        return result;
    }

    private static T Draw(Instruction i, ulong stepKey, int element)
    {
        var bits = CounterRandom.Bits(stepKey, element);
        var isUniform = i.Op is Op.ScalarUniform or Op.VectorUniform or Op.MatrixUniform;
        return Rounded(isUniform
            ? CounterRandom.Uniform(bits, i.Constant1, i.Constant2)
            : CounterRandom.Gaussian(bits, i.Constant1, i.Constant2));
    }
}
