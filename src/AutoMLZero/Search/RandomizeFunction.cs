using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Replaces all instructions of the function by random ones; impossible when there is none.</summary>
internal sealed class RandomizeFunction(InstructionGenerator generator) : IMutation
{
    /// <inheritdoc/>
    public Program Apply(Program parent, ComponentFunction function, RandomSource random)
    {
        var length = parent[function].Length;
        if (length == 0) return parent;
        var instructions = new Instruction[length];
        for (var i = 0; i < length; i++) instructions[i] = generator.Draw(function, random);
        return parent.With(function, instructions);
    }
}
