using System.Runtime.CompilerServices;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>The cells that an instruction touches; -1 where there is none.</summary>
/// <param name="Output">The cell written.</param>
/// <param name="Input1">The first cell read.</param>
/// <param name="Input2">The second cell read.</param>
/// <param name="Keeps">Whether it also keeps a part of the cell that it writes.</param>
/// <param name="IsGuard">Whether it decides whether the next instruction runs.</param>
internal readonly record struct Footprint(int Output, int Input1, int Input2, bool Keeps, bool IsGuard)
{
    /// <summary>No cell.</summary>
    public const int None = -1;

    private static readonly OperandTypes[] Types =
        [.. Enum.GetValues<Op>().Select(op => op.Info()).Select(info => new OperandTypes(info.Output, info.Input1, info.Input2, info.IsPartialWrite, info.IsGuard))];

    /// <summary>The cells that an instruction touches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Footprint Of(in Instruction instruction)
    {
        ref readonly var types = ref Types[(int)instruction.Op];
        return new Footprint(
            Cell(types.Output, instruction.Output), Cell(types.Input1, instruction.Input1), Cell(types.Input2, instruction.Input2), types.Keeps, types.IsGuard);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Cell(OperandType type, byte address) => type == OperandType.None ? None : Source.Cell(type, address);

    private readonly record struct OperandTypes(OperandType Output, OperandType Input1, OperandType Input2, bool Keeps, bool IsGuard);
}
