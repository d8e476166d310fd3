using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>The effective instructions of the last program analyzed: what <see cref="EffectiveProgram"/> holds, in memory that is used again.</summary>
internal sealed class EffectiveCode
{
    private const int InitialCapacity = 16;

    private readonly Instruction[][] functions = [new Instruction[InitialCapacity], new Instruction[InitialCapacity], new Instruction[InitialCapacity]];
    private readonly int[] counts = new int[3];

    /// <summary>The instructions of a function.</summary>
    public ReadOnlySpan<Instruction> this[ComponentFunction function] => functions[(int)function].AsSpan(0, counts[(int)function]);

    /// <summary>The addresses that the instructions use.</summary>
    public MemoryShape Memory { get; set; }

    /// <summary>Whether <c>Predict</c> carries nothing from one example to the next.</summary>
    public bool IsStateless { get; set; }

    /// <summary>Whether instructions may be guarded.</summary>
    public bool HasGuards { get; set; }

    /// <summary>Number of instructions of all functions.</summary>
    public int Length => counts[0] + counts[1] + counts[2];

    /// <summary>How often the instructions were removed: as long as it stays the same, so do they once they are complete.</summary>
    public long Version { get; private set; }

    /// <summary>Removes all instructions.</summary>
    public void Clear()
    {
        Array.Clear(counts);
        Version++;
    }

    /// <summary>The instructions of a function, to be changed.</summary>
    public Span<Instruction> Written(ComponentFunction function) => functions[(int)function].AsSpan(0, counts[(int)function]);

    /// <summary>Makes room for instructions of a function in place of those that are there.</summary>
    /// <returns>Where to write them.</returns>
    public Span<Instruction> Reserve(ComponentFunction function, int count)
    {
        ref var instructions = ref functions[(int)function];
        if (count > instructions.Length) instructions = new Instruction[2 * count];
        counts[(int)function] = count;
        return instructions.AsSpan(0, count);
    }

    /// <summary>Adds an instruction at the end of a function.</summary>
    /// <returns>The instruction where it is kept until the next is added.</returns>
    public ref Instruction Add(ComponentFunction function, in Instruction instruction)
    {
        ref var count = ref counts[(int)function];
        ref var instructions = ref functions[(int)function];
        if (count == instructions.Length) Array.Resize(ref instructions, 2 * count);
        instructions[count] = instruction;
        return ref instructions[count++];
    }

    /// <summary>The instructions as a program.</summary>
    public Program ToProgram() =>
        new([.. this[ComponentFunction.Setup]], [.. this[ComponentFunction.Predict]], [.. this[ComponentFunction.Learn]]);
}
