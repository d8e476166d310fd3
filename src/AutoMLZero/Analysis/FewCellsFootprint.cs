using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>A <see cref="Footprint"/> as sets of cells of a program that has at most <see cref="Capacity"/>: a bit for each cell.</summary>
/// <param name="Output">The cell written.</param>
/// <param name="Lost">The cell whose content is lost: the one written, unless a part of it is kept.</param>
/// <param name="Inputs">The cells read.</param>
internal readonly record struct FewCellsFootprint(ulong Output, ulong Lost, ulong Inputs)
{
    /// <summary>Number of cells there can be: those of 21 addresses of each type.</summary>
    public const int Capacity = 64;

    private static readonly OperandBits[] Operands = [.. Ops.Table.Select(info => new OperandBits(info))];

    /// <summary>Writes down what instructions touch.</summary>
    /// <param name="instructions">The instructions.</param>
    /// <param name="footprints">Room for as many footprints. Those of cells beyond the capacity mean nothing.</param>
    /// <param name="largest">The largest operation and the largest addresses before, in the order of the fields of an instruction.</param>
    /// <returns>The largest operation and addresses, these among them. What an operation does not use is zero.</returns>
    public static Vector128<byte> Read(ReadOnlySpan<Instruction> instructions, Span<FewCellsFootprint> footprints, Vector128<byte> largest)
    {
        ref var operands = ref MemoryMarshal.GetArrayDataReference(Operands);
        for (var i = 0; i < instructions.Length; i++)
        {
            ref readonly var instruction = ref instructions[i];
            largest = Vector128.Max(largest, Vector128.CreateScalarUnsafe(instruction.Code).AsByte());
            ref readonly var bits = ref Unsafe.Add(ref operands, (nint)instruction.Op);
            var (output, input1, input2) = (First(instruction.Output), First(instruction.Input1), First(instruction.Input2));
            footprints[i] = new FewCellsFootprint(bits.Output << output, bits.Lost << output, (bits.Input1 << input1) | (bits.Input2 << input2));
        }

        return largest;
    }

    /// <summary>The cell of the first type at an address; the next follow it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int First(byte address) => Source.Cells(address);

    /// <summary>The cells that an operation touches at the addresses 0.</summary>
    private readonly struct OperandBits(OpInfo info)
    {
        public readonly ulong Output = Bit(info.Output);
        public readonly ulong Lost = info.IsPartialWrite ? 0 : Bit(info.Output);
        public readonly ulong Input1 = Bit(info.Input1);
        public readonly ulong Input2 = Bit(info.Input2);

        private static ulong Bit(OperandType type) => type == OperandType.None ? 0 : 1UL << Source.Cell(type, 0);
    }
}
