using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Draws one address of a random instruction anew, each of its output and inputs with the same probability; impossible when it has none.</summary>
internal sealed class AlterRegister(InstructionGenerator generator) : IMutation
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
        var outputs = info.Output == OperandType.None ? 0 : 1;
        if (outputs + info.InputCount == 0) return instruction;
        return (random.NextInt(outputs + info.InputCount) - outputs) switch
        {
            -1 => instruction with { Output = generator.DrawOutput(info.Output, random) },
            0 => instruction with { Input1 = generator.DrawInput(info.Input1, random) },
            _ => instruction with { Input2 = generator.DrawInput(info.Input2, random) },
        };
    }
}
