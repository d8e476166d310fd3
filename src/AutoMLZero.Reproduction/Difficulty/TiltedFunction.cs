using System.Collections.Immutable;
using System.Numerics;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>
/// Draws the instructions of a function from the last to the first: each as random search would, or, with some probability, one that writes a
/// cell that is needed later and reads what learning is made of. The weight says by how much less probable the drawn instructions are for random
/// search.
/// </summary>
internal sealed class TiltedFunction
{
    private readonly ImmutableArray<OpInfo> ops;
    private readonly uint[] outputs;
    private readonly int[] outputCounts;
    private readonly Cells cells;
    private readonly double tilt;
    private readonly uint favoured;
    private readonly Wire[] wires;
    private readonly Instruction[] instructions;

    /// <summary>Takes what instructions are made of.</summary>
    /// <param name="ops">The operations; each writes a cell.</param>
    /// <param name="length">Number of instructions.</param>
    /// <param name="memory">The addresses.</param>
    /// <param name="tilt">The probability, below 1, with which an instruction is made to write what is needed; 0 for those of random search.</param>
    public TiltedFunction(ImmutableArray<Op> ops, int length, MemoryShape memory, double tilt)
    {
        this.ops = [.. ops.Select(op => op.Info())];
        this.tilt = tilt;
        cells = new Cells(memory);
        favoured = cells.Label | cells.Prediction | cells.Features;
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
            var reach = tilt > 0 ? Reach(needed) : 0;
            var isTilted = reach > 0 && random.NextDouble() < tilt;
            instructions[i] = isTilted ? DrawNeeded(reach, needed, random) : DrawAny(random);
            var wire = wires[i] = cells.Of(instructions[i]);
            var isNeeded = (wire.Output & needed) != 0;
            if (reach > 0) weight /= 1 - tilt + (isNeeded ? tilt / reach * InputRatio(instructions[i]) : 0);
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
        var output = OneOf(outputs[op], random);
        return Complete(ops[op], output, OneOf(cells.All(ops[op].Input1), random), OneOf(cells.All(ops[op].Input2), random), random);
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

        var output = OneOf(outputs[drawn] & needed, random);
        return Complete(ops[drawn], output, Input(ops[drawn].Input1, output, random), Input(ops[drawn].Input2, output, random), random);
    }

    private Instruction Complete(OpInfo info, uint output, uint input1, uint input2, RandomSource random)
    {
        var drawn = new Instruction(info.Op, Address(info.Output, output), Address(info.Input1, input1), Address(info.Input2, input2));
        for (var i = 0; i < info.Constants.Length; i++) drawn = drawn.WithConstant(i, Constant(info.Constants[i], random));
        return drawn;
    }

    /// <summary>An input: any cell of its type, in one of three cases one of the example or the prediction, in another the output itself.</summary>
    private uint Input(OperandType type, uint output, RandomSource random)
    {
        var all = cells.All(type);
        var (special, itself) = (all & favoured, all & output);
        return random.NextInt(3) switch
        {
            0 when special != 0 => OneOf(special, random),
            1 when itself != 0 => itself,
            _ => OneOf(all, random),
        };
    }

    /// <summary>By how much more probable the inputs are than for random search.</summary>
    private double InputRatio(in Instruction instruction)
    {
        var info = instruction.Op.Info();
        var output = cells.Of(info.Output, instruction.Output);
        return InputRatio(info.Input1, instruction.Input1, output) * InputRatio(info.Input2, instruction.Input2, output);
    }

    private double InputRatio(OperandType type, byte address, uint output)
    {
        if (type == OperandType.None) return 1;
        var (all, input) = (cells.All(type), cells.Of(type, address));
        var count = BitOperations.PopCount(all);
        var (special, itself) = (all & favoured, all & output);
        var ratio = 1.0;
        ratio += special == 0 ? 1 : (special & input) != 0 ? (double)count / BitOperations.PopCount(special) : 0;
        ratio += itself == 0 ? 1 : itself == input ? count : 0;
        return ratio / 3;
    }

    private byte Address(OperandType type, uint cell) => type == OperandType.None ? (byte)0 : cells.Address(type, BitOperations.TrailingZeroCount(cell));

    private static uint OneOf(uint choices, RandomSource random)
    {
        if (choices == 0) return 0;
        for (var skipped = random.NextInt(BitOperations.PopCount(choices)); skipped > 0; skipped--) choices &= choices - 1;
        return choices & (uint)-(int)choices;
    }

    /// <summary>As random search draws constants.</summary>
    private static double Constant(ConstantRole role, RandomSource random) =>
        role is ConstantRole.Index or ConstantRole.StandardDeviation ? random.NextDouble() : (2 * random.NextDouble()) - 1;
}
