using System.Runtime.InteropServices;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>The effective instructions of the last program analyzed: what <see cref="EffectiveProgram"/> holds, in memory that is used again.</summary>
internal sealed class EffectiveCode
{
    private readonly List<Instruction>[] functions = [[], [], []];

    /// <summary>The instructions of a function.</summary>
    public ReadOnlySpan<Instruction> this[ComponentFunction function] => CollectionsMarshal.AsSpan(functions[(int)function]);

    /// <summary>The addresses that the instructions use.</summary>
    public MemoryShape Memory { get; set; }

    /// <summary>Whether <c>Predict</c> carries nothing from one example to the next.</summary>
    public bool IsStateless { get; set; }

    /// <summary>Whether instructions may be guarded.</summary>
    public bool HasGuards { get; set; }

    /// <summary>Number of instructions of all functions.</summary>
    public int Length => functions[0].Count + functions[1].Count + functions[2].Count;

    /// <summary>Removes all instructions.</summary>
    public void Clear()
    {
        foreach (var function in functions) function.Clear();
    }

    /// <summary>Adds an instruction at the end of a function.</summary>
    /// <returns>The instruction where it is kept until the next is added.</returns>
    public ref Instruction Add(ComponentFunction function, in Instruction instruction)
    {
        var instructions = functions[(int)function];
        instructions.Add(instruction);
        return ref CollectionsMarshal.AsSpan(instructions)[^1];
    }

    /// <summary>The instructions as a program.</summary>
    public Program ToProgram() => new([.. functions[0]], [.. functions[1]], [.. functions[2]]);
}
