using System.Runtime.CompilerServices;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>What analysis asks of an operation again and again, in a few bytes.</summary>
/// <param name="Output">The type written.</param>
/// <param name="Input1">The type of the first input.</param>
/// <param name="Input2">The type of the second input.</param>
/// <param name="Keeps">Whether it keeps a part of the cell that it writes.</param>
/// <param name="IsRandom">Whether it draws random numbers.</param>
/// <param name="IsGuard">Whether it decides whether the next instruction runs.</param>
internal readonly record struct OpSignature(OperandType Output, OperandType Input1, OperandType Input2, bool Keeps, bool IsRandom, bool IsGuard)
{
    private static readonly OpSignature[] All =
        [.. Ops.Table.Select(info => new OpSignature(info.Output, info.Input1, info.Input2, info.IsPartialWrite, info.IsRandom, info.IsGuard))];

    /// <summary>The signature of an operation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly OpSignature Of(Op op) => ref All[(int)op];
}
