using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>
/// Changes one argument of a random instruction, drawn uniformly from its output, inputs and constants: an address is drawn anew, a
/// constant is changed as the settings say. Impossible when there is no instruction, or when it has no argument.
/// </summary>
internal sealed class AlterArgument(InstructionGenerator generator, ConstantChange change) : IMutation
{
    /// <inheritdoc/>
    public Program Apply(Program parent, ComponentFunction function, RandomSource random)
    {
        var instructions = parent[function];
        if (instructions.IsEmpty) return parent;
        var place = random.NextInt(instructions.Length);
        return parent.Replace(function, place, Alter(instructions[place], random));
    }

    private Instruction Alter(Instruction instruction, RandomSource random)
    {
        var info = instruction.Op.Info();
        if (info is { Output: OperandType.None, InputCount: 0 }) return instruction;
        var first = info.Output == OperandType.None ? 1 : 0;
        var argument = first + random.NextInt(1 - first + info.InputCount + info.Constants.Length);
        if (argument > info.InputCount) return AlterConstant(instruction, argument - info.InputCount - 1, info, random);
        return argument switch
        {
            0 => instruction with { Output = generator.DrawOutput(info.Output, random) },
            1 => instruction with { Input1 = generator.DrawInput(info.Input1, random) },
            _ => instruction with { Input2 = generator.DrawInput(info.Input2, random) },
        };
    }

    private Instruction AlterConstant(Instruction instruction, int index, OpInfo info, RandomSource random) =>
        instruction.WithConstant(index, Constants.Alter(instruction.Constant(index), info.Constants[index], change, random));
}
