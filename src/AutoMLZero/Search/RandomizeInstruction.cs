using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Replaces a random instruction by a random one; impossible when there is none.</summary>
internal sealed class RandomizeInstruction(InstructionGenerator generator) : IMutation
{
    /// <inheritdoc/>
    public Program Apply(Program parent, ComponentFunction function, RandomSource random)
    {
        var length = parent[function].Length;
        return length == 0 ? parent : parent.Replace(function, random.NextInt(length), generator.Draw(function, random));
    }
}
