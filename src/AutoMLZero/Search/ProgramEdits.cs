using System.Runtime.InteropServices;
using AutoMLZero.Language;

namespace AutoMLZero.Search;

/// <summary>Programs that differ from another in one function, which costs one array and one program object.</summary>
internal static class ProgramEdits
{
    /// <summary>The program with new instructions, which the caller gives away, in one function.</summary>
    public static Program With(this Program program, ComponentFunction function, Instruction[] instructions) =>
        program.With(function, ImmutableCollectionsMarshal.AsImmutableArray(instructions));

    /// <summary>The program with another instruction at a place; the program itself when the instruction is the same.</summary>
    public static Program Replace(this Program program, ComponentFunction function, int index, Instruction instruction)
    {
        if (program[function][index] == instruction) return program;
        var instructions = program[function].AsSpan().ToArray();
        instructions[index] = instruction;
        return program.With(function, instructions);
    }
}
