using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Changes one constant of a random instruction that has constants; impossible when there is none.</summary>
internal sealed class AlterConstant(ConstantChange change) : IMutation
{
    /// <inheritdoc/>
    public Program Apply(Program parent, ComponentFunction function, RandomSource random)
    {
        var instructions = parent[function];
        var count = instructions.Count(HasConstant);
        if (count == 0) return parent;
        var skipped = random.NextInt(count);
        var place = 0;
        while (!HasConstant(instructions[place]) || skipped-- > 0) place++;
        var instruction = instructions[place];
        var roles = instruction.Op.Info().Constants;
        var index = random.NextInt(roles.Length);
        var altered = Constants.Alter(instruction.Constant(index), roles[index], change, random);
        return parent.Replace(function, place, instruction.WithConstant(index, altered));
    }

    private static bool HasConstant(Instruction instruction) => !instruction.Op.Info().Constants.IsEmpty;
}
