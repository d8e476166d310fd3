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

    /// <summary>A scaled vector that is then added to a vector: s * a[i] + v[i]. Both results are written, as with those below.</summary>
    public const Op ScaleAdd = (Op)253;

    /// <summary>A product of vectors that is then added to a vector: a[i] * b[i] + v[i].</summary>
    public const Op MultiplyAdd = (Op)252;

    /// <summary>A sum of vectors, then the larger of it and a vector: max(a[i] + b[i], v[i]).</summary>
    public const Op AddMaximum = (Op)251;

    /// <summary>1 where a vector is positive, times a vector: (a[i] > 0) * v[i].</summary>
    public const Op StepMultiply = (Op)250;

    /// <summary>A difference of scalars, times a scalar: (a - b) * s.</summary>
    public const Op SubtractMultiply = (Op)249;

    /// <summary>The first of the operations above.</summary>
    public const Op First = SubtractMultiply;

    /// <summary>The operation that an instruction and the next are together, if any.</summary>
    public static Op? OfPair(EffectiveCode code, in Instruction first, in Instruction second) => first.Op switch
    {
        Op.VectorOuter => IsOuterAdd(code, first, second) ? OuterAdd : null,
        Op.VectorScale => second.Op == Op.VectorAdd && Reads(second, first.Output) ? ScaleAdd : null,
        Op.VectorMultiply => second.Op == Op.VectorAdd && Reads(second, first.Output) ? MultiplyAdd : null,
        Op.VectorHeaviside => second.Op == Op.VectorMultiply && Reads(second, first.Output) ? StepMultiply : null,
        Op.VectorAdd => second.Op == Op.VectorMaximum && second.Input1 == first.Output ? AddMaximum : null,
        Op.ScalarSubtract => second.Op == Op.ScalarMultiply && Reads(second, first.Output) ? SubtractMultiply : null,
        _ => null,
    };

    /// <summary>Whether an instruction and the next are <see cref="OuterAdd"/>, and nobody else reads the product.</summary>
    public static bool IsOuterAdd(EffectiveCode code, in Instruction outer, in Instruction add)
    {
        var product = outer.Output;
        return outer.Op == Op.VectorOuter && add.Op == Op.MatrixAdd && add.Input1 != add.Input2
            && (add.Input1 == product || add.Input2 == product) && CountReaders(code, product) == 1;
    }

    private static bool Reads(in Instruction instruction, byte address) => instruction.Input1 == address || instruction.Input2 == address;

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
