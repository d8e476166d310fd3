using System.Collections.Immutable;
using System.Numerics;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>
/// Draws the instructions of a function from the last to the first: each as random search would, or, with some probability, one that writes a
/// cell that is needed later. The weight says by how much less probable the drawn instructions are for random search.
/// </summary>
internal sealed class TiltedFunction
{
    private readonly ImmutableArray<OpInfo> ops;
    private readonly uint[] outputs;
    private readonly int[] outputCounts;
    private readonly MemoryShape memory;
    private readonly Cells cells;
    private readonly double tilt;
    private readonly Wire[] wires;
    private readonly Instruction[] instructions;

    /// <summary>Takes what instructions are made of.</summary>
    /// <param name="ops">The operations; each writes a cell.</param>
    /// <param name="length">Number of instructions.</param>
    /// <param name="memory">The addresses.</param>
    /// <param name="tilt">The probability, below 1, with which an instruction is made to write what is needed.</param>
    public TiltedFunction(ImmutableArray<Op> ops, int length, MemoryShape memory, double tilt)
    {
        this.ops = [.. ops.Select(op => op.Info())];
        this.memory = memory;
        this.tilt = tilt;
        cells = new Cells(memory);
        outputs = [.. this.ops.Select(op => cells.Writable(op.Output))];
        outputCounts = [.. outputs.Select(BitOperations.PopCount)];
        wires = new Wire[length];
        instructions = new Instruction[length];
    }

    /// <summary>What the last drawn instructions read and write.</summary>
    public ReadOnlySpan<Wire> Wires => wires;

    /// <summary>The last drawn instructions.</summary>
    public ImmutableArray<Instruction> ToInstructions() => [.. instructions];

    /// <summary>Draws instructions.</summary>
    /// <param name="needed">The cells that are needed after them; on return, before them.</param>
    /// <param name="random">The source of randomness.</param>
    /// <returns>The weight.</returns>
    public double Draw(ref uint needed, RandomSource random)
    {
        var weight = 1.0;
        for (var i = instructions.Length - 1; i >= 0; i--)
        {
            var reach = Reach(needed);
            var isTilted = reach > 0 && tilt > 0 && random.NextDouble() < tilt;
            instructions[i] = isTilted ? DrawNeeded(reach, needed, random) : DrawAny(random);
            var wire = wires[i] = cells.Of(instructions[i]);
            var isNeeded = (wire.Output & needed) != 0;
            if (reach > 0) weight /= 1 - tilt + (isNeeded ? tilt / reach : 0);
            if (isNeeded) needed = ((needed & ~wire.Output) | wire.Inputs) & ~(cells.Label | cells.Features);
        }

        return weight;
    }

    /// <summary>The probability that an instruction of random search writes a cell that is needed.</summary>
    private double Reach(uint needed)
    {
        var reach = 0.0;
        for (var op = 0; op < outputs.Length; op++) reach += (double)BitOperations.PopCount(outputs[op] & needed) / outputCounts[op];
        return reach / outputs.Length;
    }

    private Instruction DrawAny(RandomSource random)
    {
        var op = random.NextInt(outputs.Length);
        return Complete(op, outputs[op], random);
    }

    private Instruction DrawNeeded(double reach, uint needed, RandomSource random)
    {
        var rest = random.NextDouble() * reach * outputs.Length;
        var drawn = -1;
        for (var op = 0; op < outputs.Length; op++)
        {
            var share = (double)BitOperations.PopCount(outputs[op] & needed) / outputCounts[op];
            if (share == 0) continue;
            drawn = op;
            rest -= share;
            if (rest < 0) break;
        }

        return Complete(drawn, outputs[drawn] & needed, random);
    }

    private Instruction Complete(int op, uint choices, RandomSource random)
    {
        for (var skipped = random.NextInt(BitOperations.PopCount(choices)); skipped > 0; skipped--) choices &= choices - 1;
        var info = ops[op];
        var drawn = new Instruction(
            info.Op, cells.Address(info.Output, BitOperations.TrailingZeroCount(choices)), Input(info.Input1, random), Input(info.Input2, random));
        for (var i = 0; i < info.Constants.Length; i++) drawn = drawn.WithConstant(i, Constant(info.Constants[i], random));
        return drawn;
    }

    private byte Input(OperandType type, RandomSource random) => type == OperandType.None ? (byte)0 : (byte)random.NextInt(memory.Count(type));

    /// <summary>As random search draws constants.</summary>
    private static double Constant(ConstantRole role, RandomSource random) =>
        role is ConstantRole.Index or ConstantRole.StandardDeviation ? random.NextDouble() : (2 * random.NextDouble()) - 1;
}
