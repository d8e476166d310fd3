using System.Numerics;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>What an instruction reads and writes, as sets of memory cells: a bit a cell.</summary>
/// <param name="Output">The cell that it writes.</param>
/// <param name="Inputs">The cells that it reads.</param>
internal readonly record struct Wire(uint Output, uint Inputs)
{
    /// <summary>Number of the cell that it writes.</summary>
    public int OutputIndex => BitOperations.TrailingZeroCount(Output);
}

/// <summary>The memory cells of small programs, numbered: scalars, then vectors, then matrices.</summary>
internal sealed class Cells
{
    private const int Most = 32;
    private readonly MemoryShape memory;

    /// <summary>Numbers the cells.</summary>
    /// <param name="memory">How many there are; at most 32 in all.</param>
    public Cells(MemoryShape memory)
    {
        if (memory.Scalars + memory.Vectors + memory.Matrices > Most)
            throw new InputException($"the memory has {memory.Scalars + memory.Vectors + memory.Matrices} cells, expected at most {Most}");
        this.memory = memory;
    }

    /// <summary>The number of all cells.</summary>
    public int Count => memory.Scalars + memory.Vectors + memory.Matrices;

    /// <summary>The cell of the label.</summary>
    public uint Label => Of(OperandType.Scalar, 0);

    /// <summary>The cell of the prediction.</summary>
    public uint Prediction => Of(OperandType.Scalar, 1);

    /// <summary>The cell of the features.</summary>
    public uint Features => Of(OperandType.Vector, 0);

    /// <summary>All cells of a type.</summary>
    public uint All(OperandType type) => type == OperandType.None ? 0 : ((1u << memory.Count(type)) - 1) << First(type);

    /// <summary>The cells of a type that programs may write.</summary>
    public uint Writable(OperandType type) => All(type) & ~(Label | Features);

    /// <summary>One cell.</summary>
    public uint Of(OperandType type, int address) => type == OperandType.None ? 0 : 1u << (First(type) + address);

    /// <summary>The address of a cell among those of its type; 0 when there is none.</summary>
    public byte Address(OperandType type, uint cell) => cell == 0 ? (byte)0 : (byte)(BitOperations.TrailingZeroCount(cell) - First(type));

    /// <summary>One of several cells; none when there is none.</summary>
    public static uint OneOf(uint choices, RandomSource random)
    {
        if (choices == 0) return 0;
        for (var skipped = random.NextInt(BitOperations.PopCount(choices)); skipped > 0; skipped--) choices &= choices - 1;
        return choices & (uint)-(int)choices;
    }

    /// <summary>What an instruction reads and writes.</summary>
    public Wire Of(in Instruction instruction)
    {
        var info = instruction.Op.Info();
        var output = Of(info.Output, instruction.Output);
        var inputs = Of(info.Input1, instruction.Input1) | Of(info.Input2, instruction.Input2);
        return new Wire(output, info.IsPartialWrite ? inputs | output : inputs);
    }

    private int First(OperandType type) => type switch
    {
        OperandType.Scalar => 0,
        OperandType.Vector => memory.Scalars,
        _ => memory.Scalars + memory.Vectors,
    };
}
