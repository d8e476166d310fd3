using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using static AutoMLZero.Language.ConstantRole;
using static AutoMLZero.Language.OperandType;

namespace AutoMLZero.Language;

/// <summary>The op table (AutoML-Zero, Table S1): the one place from which parser, printer, generators, docs and exporters derive.</summary>
public static class Ops
{
    /// <summary>The paper's operations, in the order of their numbers: <c>All[(int)op].Op == op</c>.</summary>
    public static ImmutableArray<OpInfo> All { get; } =
    [
        new() { Op = Op.NoOp, Output = None, Forms = ["NoOp()"], Meaning = "Does nothing.", CostFactor = 0, CostPower = 0 },

        Binary(Op.ScalarAdd, Scalar, "o = a + b", "Sum.", commutes: true),
        Binary(Op.ScalarSubtract, Scalar, "o = a - b", "Difference."),
        Binary(Op.ScalarMultiply, Scalar, "o = a * b", "Product.", commutes: true),
        Binary(Op.ScalarDivide, Scalar, "o = a / b", "Quotient.", cost: 4),
        Unary(Op.ScalarAbs, Scalar, "o = abs(a)", "Absolute value."),
        Unary(Op.ScalarReciprocal, Scalar, "o = 1 / a", "Reciprocal.", cost: 4),
        Unary(Op.ScalarSin, Scalar, "o = sin(a)", "Sine of an angle in radians.", cost: 10),
        Unary(Op.ScalarCos, Scalar, "o = cos(a)", "Cosine of an angle in radians.", cost: 10),
        Unary(Op.ScalarTan, Scalar, "o = tan(a)", "Tangent of an angle in radians.", cost: 10),
        Unary(Op.ScalarArcsin, Scalar, "o = arcsin(a)", "Inverse sine in radians; NaN outside [-1, 1].", cost: 10),
        Unary(Op.ScalarArccos, Scalar, "o = arccos(a)", "Inverse cosine in radians; NaN outside [-1, 1].", cost: 10),
        Unary(Op.ScalarArctan, Scalar, "o = arctan(a)", "Inverse tangent in radians.", cost: 10),
        Unary(Op.ScalarExp, Scalar, "o = exp(a)", "Exponential.", cost: 10),
        Unary(Op.ScalarLog, Scalar, "o = log(a)", "Natural logarithm; NaN below 0.", cost: 10),
        Unary(Op.ScalarHeaviside, Scalar, ["o = heaviside(a, 1.0)", "o = heaviside(a)"], "1 where a >= 0, else 0; of NaN 0."),
        Unary(Op.VectorHeaviside, Vector, ["o = heaviside(a, 1.0)", "o = heaviside(a)"], "Per element: 1 where a > 0, else 0; of NaN 0."),
        Unary(Op.MatrixHeaviside, Matrix, ["o = heaviside(a, 1.0)", "o = heaviside(a)"], "Per element: 1 where a > 0, else 0; of NaN 0."),

        Row(Op.VectorScale, Vector, Scalar, Vector, ["o = a * b", "o = b * a"], "Every element of the vector times the scalar.", 1, 1),
        Row(Op.ScalarBroadcast, Vector, Scalar, None, ["o = bcast(a)"], "The scalar in every element.", 1, 1),
        Unary(Op.VectorReciprocal, Vector, "o = 1 / a", "Reciprocal of each element.", cost: 4),
        Row(Op.VectorNorm, Scalar, Vector, None, ["o = norm(a)"], "Euclidean norm.", 2, 1),
        Unary(Op.VectorAbs, Vector, "o = abs(a)", "Absolute value of each element."),
        Binary(Op.VectorAdd, Vector, "o = a + b", "Sum of each pair of elements.", commutes: true),
        Binary(Op.VectorSubtract, Vector, "o = a - b", "Difference of each pair of elements."),
        Binary(Op.VectorMultiply, Vector, "o = a * b", "Product of each pair of elements.", commutes: true),
        Binary(Op.VectorDivide, Vector, "o = a / b", "Quotient of each pair of elements.", cost: 4),
        Row(Op.VectorDot, Scalar, Vector, Vector, ["o = dot(a, b)"], "Inner product.", 2, 1, commutes: true),
        Row(Op.VectorOuter, Matrix, Vector, Vector, ["o = outer(a, b)"], "Outer product: element (i, j) is a[i] * b[j].", 1, 2),
        Row(Op.MatrixScale, Matrix, Scalar, Matrix, ["o = a * b", "o = b * a"], "Every element of the matrix times the scalar.", 1, 2),
        Unary(Op.MatrixReciprocal, Matrix, "o = 1 / a", "Reciprocal of each element.", cost: 4),
        Row(Op.MatrixVectorProduct, Vector, Matrix, Vector, ["o = dot(a, b)"], "Matrix-vector product.", 2, 2),
        Row(Op.VectorBroadcastColumns, Matrix, Vector, None, ["o = bcast(a, axis=0)"], "Every column is the vector: element (i, j) is a[i].", 1, 2),
        Row(Op.VectorBroadcastRows, Matrix, Vector, None, ["o = bcast(a, axis=1)"], "Every row is the vector: element (i, j) is a[j].", 1, 2),
        Row(Op.MatrixNorm, Scalar, Matrix, None, ["o = norm(a)"], "Frobenius norm.", 2, 2),
        Row(Op.MatrixColumnNorm, Vector, Matrix, None, ["o = norm(a, axis=0)"], "Euclidean norm of each column.", 2, 2),
        Row(Op.MatrixRowNorm, Vector, Matrix, None, ["o = norm(a, axis=1)"], "Euclidean norm of each row.", 2, 2),
        Unary(Op.MatrixTranspose, Matrix, "o = transpose(a)", "Transpose."),
        Unary(Op.MatrixAbs, Matrix, "o = abs(a)", "Absolute value of each element."),
        Binary(Op.MatrixAdd, Matrix, "o = a + b", "Sum of each pair of elements.", commutes: true),
        Binary(Op.MatrixSubtract, Matrix, "o = a - b", "Difference of each pair of elements."),
        Binary(Op.MatrixMultiply, Matrix, "o = a * b", "Product of each pair of elements.", commutes: true),
        Binary(Op.MatrixDivide, Matrix, "o = a / b", "Quotient of each pair of elements.", cost: 4),
        Row(Op.MatrixProduct, Matrix, Matrix, Matrix, ["o = matmul(a, b)", "o = dot(a, b)"], "Matrix product.", 2, 3),

        Binary(Op.ScalarMinimum, Scalar, ["o = minimum(a, b)", "o = min(a, b)"], "The smaller; the first on a tie or a NaN."),
        Binary(Op.VectorMinimum, Vector, ["o = minimum(a, b)", "o = min(a, b)"], "The smaller of each pair; the first on a tie or a NaN."),
        Binary(Op.MatrixMinimum, Matrix, ["o = minimum(a, b)", "o = min(a, b)"], "The smaller of each pair; the first on a tie or a NaN."),
        Binary(Op.ScalarMaximum, Scalar, ["o = maximum(a, b)", "o = max(a, b)"], "The larger; the first on a tie or a NaN."),
        Binary(Op.VectorMaximum, Vector, ["o = maximum(a, b)", "o = max(a, b)"], "The larger of each pair; the first on a tie or a NaN."),
        Binary(Op.MatrixMaximum, Matrix, ["o = maximum(a, b)", "o = max(a, b)"], "The larger of each pair; the first on a tie or a NaN."),

        Row(Op.VectorMean, Scalar, Vector, None, ["o = mean(a)"], "Mean of the elements.", 1, 1),
        Row(Op.MatrixMean, Scalar, Matrix, None, ["o = mean(a)"], "Mean of the elements.", 1, 2),
        Row(Op.MatrixRowMean, Vector, Matrix, None, ["o = mean(a, axis=1)"], "Mean of each row.", 1, 2),
        Row(Op.MatrixRowStd, Vector, Matrix, None, ["o = std(a, axis=1)"], "Standard deviation of each row: sqrt(mean(x^2) - mean(x)^2).", 3, 2),
        Row(Op.VectorStd, Scalar, Vector, None, ["o = std(a)"], "Standard deviation of the elements: sqrt(mean(x^2) - mean(x)^2).", 3, 1),
        Row(Op.MatrixStd, Scalar, Matrix, None, ["o = std(a)"], "Standard deviation of the elements: sqrt(mean(x^2) - mean(x)^2).", 3, 2),

        Draw(Op.ScalarConstant, Scalar, [Value], ["o = x"], "The constant.", 1),
        Draw(Op.VectorConstant, Vector, [ConstantRole.Index, Value], ["o[x] = y"], "Sets element floor(F * x) to y; the others stay.", 1, power: 0),
        Draw(Op.MatrixConstant, Matrix, [ConstantRole.Index, ConstantRole.Index, Value], ["o[x, y] = z"], "Sets element (floor(F * x), floor(F * y)) to z; the others stay.", 1, power: 0),
        Draw(Op.ScalarUniform, Scalar, [Low, High], ["o = uniform(x, y)"], "A uniform draw from [x, y]; x where x >= y.", 5),
        Draw(Op.VectorUniform, Vector, [Low, High], ["o = uniform(x, y, n_features)", "o = uniform(x, y)"], "Independent uniform draws from [x, y]; x where x >= y.", 5),
        Draw(Op.MatrixUniform, Matrix, [Low, High], ["o = uniform(x, y, (n_features, n_features))", "o = uniform(x, y)"], "Independent uniform draws from [x, y]; x where x >= y.", 5),
        Draw(Op.ScalarGaussian, Scalar, [Mean, StandardDeviation], ["o = gaussian(x, y)"], "A normal draw with mean x and standard deviation y.", 20),
        Draw(Op.VectorGaussian, Vector, [Mean, StandardDeviation], ["o = gaussian(x, y, n_features)", "o = gaussian(x, y)"], "Independent normal draws with mean x and standard deviation y.", 20),
        Draw(Op.MatrixGaussian, Matrix, [Mean, StandardDeviation], ["o = gaussian(x, y, (n_features, n_features))", "o = gaussian(x, y)"], "Independent normal draws with mean x and standard deviation y.", 20),
    ];

    /// <summary>The operations beyond the paper's, for linear genetic programming (Brameier and Banzhaf), in the order of their numbers.</summary>
    public static ImmutableArray<OpInfo> Extensions { get; } =
    [
        Row(Op.VectorElement, Scalar, Vector, None, ["o = a[x]"], "The element at a position.", 1, 0) with { Constants = [ConstantRole.Index] },
        Row(Op.IfGreater, None, Scalar, Scalar, ["if a > b:", "if b < a:"], "The next instruction runs where a > b; where a or b is NaN it does not.", 1, 0),
        Row(Op.IfAtMost, None, Scalar, Scalar, ["if a <= b:", "if b >= a:"], "The next instruction runs where a <= b; where a or b is NaN it does not.", 1, 0),
        Row(Op.SetElement, Vector, Scalar, None, ["o[x] = a"], "Sets element floor(F * x) to a; the others stay.", 1, 0) with { Constants = [ConstantRole.Index] },
    ];

    /// <summary>All operations that there are: <c>Table[(int)op].Op == op</c>.</summary>
    public static ImmutableArray<OpInfo> Table { get; } = [.. All, .. Extensions];

    /// <summary>The row of an operation.</summary>
    /// <param name="op">An operation.</param>
    /// <exception cref="IndexOutOfRangeException">The value is not an operation.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OpInfo Info(this Op op) => Table[(int)op];

    private static OpInfo Unary(Op op, OperandType type, string form, string meaning, double cost = 1) =>
        Unary(op, type, [form], meaning, cost);

    private static OpInfo Unary(Op op, OperandType type, ImmutableArray<string> forms, string meaning, double cost = 1) =>
        Row(op, type, type, None, forms, meaning, cost, Power(type));

    private static OpInfo Binary(Op op, OperandType type, string form, string meaning, double cost = 1, bool commutes = false) =>
        Row(op, type, type, type, [form], meaning, cost, Power(type), commutes);

    private static OpInfo Binary(Op op, OperandType type, ImmutableArray<string> forms, string meaning) =>
        Row(op, type, type, type, forms, meaning, 1, Power(type));

    private static OpInfo Draw(
        Op op, OperandType type, ImmutableArray<ConstantRole> constants, ImmutableArray<string> forms, string meaning, double cost, int? power = null) =>
        Row(op, type, None, None, forms, meaning, cost, power ?? Power(type)) with { Constants = constants };

    private static OpInfo Row(
        Op op,
        OperandType output,
        OperandType input1,
        OperandType input2,
        ImmutableArray<string> forms,
        string meaning,
        double factor,
        int power,
        bool commutes = false) =>
        new()
        {
            Op = op,
            Output = output,
            Input1 = input1,
            Input2 = input2,
            Forms = forms,
            Meaning = meaning,
            CostFactor = factor,
            CostPower = power,
            Commutes = commutes,
        };

    private static int Power(OperandType type) => (int)type - 1;
}
