using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Inserts a random instruction at a random place; impossible at the maximum length.</summary>
internal sealed class InsertInstruction(SearchSpace space, InstructionGenerator generator) : IMutation
{
    /// <inheritdoc/>
    public Program Apply(Program parent, ComponentFunction function, RandomSource random)
    {
        var old = parent[function].AsSpan();
        if (old.Length >= space[function].MaxLength) return parent;
        var place = random.NextInt(old.Length + 1);
        var instructions = new Instruction[old.Length + 1];
        old[..place].CopyTo(instructions);
        instructions[place] = generator.Draw(function, random);
        old[place..].CopyTo(instructions.AsSpan(place + 1));
        return parent.With(function, instructions);
    }
}
