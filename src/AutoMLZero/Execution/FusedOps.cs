using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Execution;

/// <summary>Pairs of operations that run as one loop: the same roundings, less memory traffic.</summary>
internal static class FusedOps
{
    /// <summary>An outer product that is only added to a matrix: a[i] * b[j] + m[i, j].</summary>
    public const Op OuterAdd = (Op)255;

    /// <summary><see cref="OuterAdd"/>, and the product of the sum with the features of the next example: <see cref="CarriedProduct"/>.</summary>
    public const Op OuterAddProduct = (Op)254;

    /// <summary>Whether an instruction and the next are <see cref="OuterAdd"/>, and nobody else reads the product.</summary>
    public static bool IsOuterAdd(EffectiveCode code, in Instruction outer, in Instruction add)
    {
        var product = outer.Output;
        return outer.Op == Op.VectorOuter && add.Op == Op.MatrixAdd && add.Input1 != add.Input2
            && (add.Input1 == product || add.Input2 == product) && CountReaders(code, product) == 1;
    }

    private static int CountReaders(EffectiveCode code, byte matrix)
    {
        var count = 0;
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            foreach (ref readonly var instruction in code[function])
            {
                var info = instruction.Op.Info();
                if (info.Input1 == OperandType.Matrix && instruction.Input1 == matrix) count++;
                if (info.Input2 == OperandType.Matrix && instruction.Input2 == matrix) count++;
                if (info.IsPartialWrite && info.Output == OperandType.Matrix && instruction.Output == matrix) count++;
            }
        }

        return count;
    }
}
