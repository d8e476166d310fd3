using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Tests.Analysis;

/// <summary>Operands can be exchanged where the operation allows it bit for bit, and only there.</summary>
public class OperandOrderTests
{
    private static readonly Op[] Commuting =
        [Op.ScalarAdd, Op.ScalarMultiply, Op.VectorAdd, Op.VectorMultiply, Op.VectorDot, Op.MatrixAdd, Op.MatrixMultiply];

    /// <summary>The operations on two operands of one type.</summary>
    public static TheoryData<Op> Pairs => [.. Ops.All.Where(HasPair).Select(info => info.Op)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Operands_are_exchanged_for_sums_products_and_dot_only(Op op)
    {
        foreach (var isFilledByLearn in (bool[])[false, true])
            Assert.Equal(Commuting.Contains(op), Hash(op, 3, 4, isFilledByLearn) == Hash(op, 4, 3, isFilledByLearn));
    }

    /// <summary>Applies an operation to two cells that Learn fills, or to two values of Predict.</summary>
    private static ulong Hash(Op op, byte first, byte second, bool isFilledByLearn)
    {
        const string Fill = "s3 = abs(s0); s4 = norm(v0); v3 = s4 * v0; v4 = abs(v0); m3 = outer(v0, v3); m4 = outer(v0, v4)";
        var program = Effects.Program(isFilledByLearn ? $" | | {Fill}" : $" | {Fill} | ");
        Instruction[] predict = [.. program.Predict, new(op, 5, first, second), Predicted(op.Info().Output)];
        return EffectiveProgram.Create(program with { Predict = [.. predict] }).Hash;
    }

    private static bool HasPair(OpInfo info) => info.InputCount == 2 && info.Input1 == info.Input2;

    private static Instruction Predicted(OperandType output) => output switch
    {
        OperandType.Scalar => new Instruction(Op.ScalarAbs, 1, 5),
        OperandType.Vector => new Instruction(Op.VectorMean, 1, 5),
        _ => new Instruction(Op.MatrixMean, 1, 5),
    };
}
