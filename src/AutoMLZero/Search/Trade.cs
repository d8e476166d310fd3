using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>
/// Inserts a random instruction at a random place, then removes a random instruction, possibly the same. The length stays, so that it is
/// possible at the maximum length too.
/// </summary>
internal sealed class Trade(InstructionGenerator generator) : IMutation
{
    /// <inheritdoc/>
    public Program Apply(Program parent, ComponentFunction function, RandomSource random)
    {
        var old = parent[function].AsSpan();
        var inserted = random.NextInt(old.Length + 1);
        var removed = random.NextInt(old.Length + 1);
        if (inserted == removed) return parent;
        var instructions = old.ToArray();
        if (inserted < removed) old[inserted..(removed - 1)].CopyTo(instructions.AsSpan(inserted + 1));
        else old[(removed + 1)..inserted].CopyTo(instructions.AsSpan(removed));
        instructions[inserted < removed ? inserted : inserted - 1] = generator.Draw(function, random);
        return parent.With(function, instructions);
    }
}
