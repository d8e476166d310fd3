using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>Removes a random instruction; impossible when there is none.</summary>
internal sealed class RemoveInstruction : IMutation
{
    /// <inheritdoc/>
    public Program Apply(Program parent, ComponentFunction function, RandomSource random)
    {
        var old = parent[function].AsSpan();
        if (old.IsEmpty) return parent;
        var place = random.NextInt(old.Length);
        var instructions = new Instruction[old.Length - 1];
        old[..place].CopyTo(instructions);
        old[(place + 1)..].CopyTo(instructions.AsSpan(place));
        return parent.With(function, instructions);
    }
}
