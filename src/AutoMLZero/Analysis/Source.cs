using System.Runtime.CompilerServices;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>Where an operand comes from: a value computed in the same function, a memory cell as the function finds it, or zero.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Index">The place of the value in <see cref="ValueGraph"/>, or the number of the cell.</param>
internal readonly record struct Source(SourceKind Kind, int Index)
{
    /// <summary>No operand.</summary>
    public static Source None => default;

    private const int Types = 3;

    /// <summary>Number of cells below a number of addresses of each type.</summary>
    public static int Cells(int addresses) => Types * addresses;

    /// <summary>The number of the cell with a type and an address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Cell(OperandType type, int address) => (Types * address) + (int)type - 1;

    /// <summary>Zero of the type of a cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Source Zero(int cell) => new(SourceKind.Zero, (int)TypeOf(cell));

    /// <summary>The type of a cell.</summary>
    public static OperandType TypeOf(int cell) => (OperandType)((cell % Types) + 1);

    /// <summary>The address of a cell among those of its type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int AddressOf(int cell) => cell / Types;
}
