using System.Collections.Immutable;

namespace AutoMLZero.Language;

/// <summary>One row of the op table: everything there is to know of an operation apart from how it is computed.</summary>
/// <remarks>
/// In <see cref="Forms"/>, <c>o</c> stands for the output, <c>a</c> and <c>b</c> for the inputs, <c>x</c>, <c>y</c> and <c>z</c> for the
/// constants, and everything else for itself.
/// </remarks>
public sealed record OpInfo
{
    /// <summary>The operation, whose value is its number in Table S1 of the paper, or a later number.</summary>
    public required Op Op { get; init; }

    /// <summary>The type written, or <see cref="OperandType.None"/> for <see cref="Op.NoOp"/> and guards.</summary>
    public required OperandType Output { get; init; }

    /// <summary>The type of the first input, or <see cref="OperandType.None"/>.</summary>
    public OperandType Input1 { get; init; }

    /// <summary>The type of the second input, or <see cref="OperandType.None"/>.</summary>
    public OperandType Input2 { get; init; }

    /// <summary>What each constant means, in order; at most three.</summary>
    public ImmutableArray<ConstantRole> Constants { get; init; } = [];

    /// <summary>The text forms: the first is printed, all are parsed.</summary>
    public required ImmutableArray<string> Forms { get; init; }

    /// <summary>One line that says what the operation computes.</summary>
    public required string Meaning { get; init; }

    /// <summary>Cost relative to one scalar addition is <see cref="CostFactor"/> * F^<see cref="CostPower"/>.</summary>
    public required double CostFactor { get; init; }

    /// <summary>The power of F in the cost: 0, 1, 2 or 3.</summary>
    public required int CostPower { get; init; }

    /// <summary>Whether the two inputs can be exchanged without changing a bit of the result.</summary>
    public bool Commutes { get; init; }

    /// <summary>Whether the operation draws random numbers.</summary>
    public bool IsRandom => Op is >= Op.ScalarUniform and <= Op.MatrixGaussian;

    /// <summary>Whether the operation decides, for each task, whether the next instruction runs; of several in a row all must allow it.</summary>
    public bool IsGuard => Op is Op.IfGreater or Op.IfAtMost;

    /// <summary>Whether the operation is not one of the 65 of Table S1.</summary>
    public bool IsExtension => Op > Op.MatrixGaussian;

    /// <summary>Whether the operation writes one element and keeps the others, so that it also reads its output.</summary>
    public bool IsPartialWrite => Op is Op.VectorConstant or Op.MatrixConstant or Op.SetElement;

    /// <summary>Whether each element of the output depends on no other element of the inputs, so that the output may take an input's place.</summary>
    public bool CanWriteInPlace =>
        Op is not (Op.MatrixVectorProduct or Op.MatrixProduct or Op.MatrixTranspose) && (Output == Input1 || Output == Input2 || IsPartialWrite);

    /// <summary>The number of inputs: 0, 1 or 2.</summary>
    public int InputCount => Input1 == OperandType.None ? 0 : Input2 == OperandType.None ? 1 : 2;
}
