using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Execution;

/// <summary>
/// A matrix that <c>Learn</c> adds an outer product to and that the next <c>Predict</c> multiplies with its features, as every network trained by gradient
/// descent does: one pass over the matrix can do both, when the next example is known.
/// </summary>
/// <param name="Outer">Place in <c>Learn</c> of the outer product, which is <see cref="FusedOps.OuterAdd"/> with the instruction after it.</param>
/// <param name="Product">Place in <c>Predict</c> of the product.</param>
internal readonly record struct CarriedProduct(int Outer, int Product)
{
    /// <summary>The first such matrix of a program, if any.</summary>
    public static CarriedProduct? Find(EffectiveCode code)
    {
        if (code.HasGuards) return null;
        var predict = code[ComponentFunction.Predict];
        for (var product = 0; product < predict.Length; product++)
        {
            ref readonly var instruction = ref predict[product];
            if (instruction.Op != Op.MatrixVectorProduct || instruction.Input2 != 0) continue;
            if (Writes(predict[..product], OperandType.Matrix, instruction.Input1) || Uses(predict[..product], instruction.Output)) continue;
            if (FindOuter(code, instruction) is { } outer) return new CarriedProduct(outer, product);
        }

        return null;
    }

    private static int? FindOuter(EffectiveCode code, in Instruction product)
    {
        var learn = code[ComponentFunction.Learn];
        for (var outer = learn.Length - 2; outer >= 0; outer--)
        {
            var after = learn[(outer + 2)..];
            if (Writes(after, OperandType.Matrix, product.Input1) || Uses(after, product.Output)) return null;
            if (learn[outer + 1].Output != product.Input1 || !FusedOps.IsOuterAdd(code, learn[outer], learn[outer + 1])) continue;
            return learn[outer].Input1 == product.Output || learn[outer].Input2 == product.Output ? null : outer;
        }

        return null;
    }

    private static bool Writes(ReadOnlySpan<Instruction> instructions, OperandType type, byte address)
    {
        foreach (ref readonly var instruction in instructions)
        {
            if (instruction.Output == address && instruction.Op.Info().Output == type) return true;
        }

        return false;
    }

    private static bool Uses(ReadOnlySpan<Instruction> instructions, byte vector)
    {
        foreach (ref readonly var instruction in instructions)
        {
            var info = instruction.Op.Info();
            if (info.Input1 == OperandType.Vector && instruction.Input1 == vector) return true;
            if (info.Input2 == OperandType.Vector && instruction.Input2 == vector) return true;
        }

        return Writes(instructions, OperandType.Vector, vector);
    }
}
