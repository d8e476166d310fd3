using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace AutoMLZero.Language;

/// <summary>A program: the instructions of <c>Setup</c>, <c>Predict</c> and <c>Learn</c>. Immutable; equal when all instructions are equal.</summary>
/// <param name="Setup">Instructions of the function that runs once.</param>
/// <param name="Predict">Instructions of the function that makes a prediction.</param>
/// <param name="Learn">Instructions of the function that sees the label.</param>
public sealed record Program(ImmutableArray<Instruction> Setup, ImmutableArray<Instruction> Predict, ImmutableArray<Instruction> Learn)
{
    /// <summary>The program without instructions, with which evolution from scratch starts.</summary>
    public static Program Empty { get; } = new([], [], []);

    /// <summary>The instructions of one component function.</summary>
    /// <param name="function">The component function.</param>
    public ImmutableArray<Instruction> this[ComponentFunction function] => function switch
    {
        ComponentFunction.Setup => Setup,
        ComponentFunction.Predict => Predict,
        _ => Learn,
    };

    /// <summary>
    /// What the program was made of when it has routines: it says how the program is written and what mutations change. The three functions are what
    /// runs, without calls. Null when there are no routines, and in programs that are made of this one by <see cref="With"/>.
    /// </summary>
    public SourceCode? Source { get; internal init; }

    /// <summary>The number of instructions in all three functions.</summary>
    public int Length => Setup.Length + Predict.Length + Learn.Length;

    /// <summary>Has all instructions fetched from memory before they are needed.</summary>
    internal void Prefetch()
    {
        Prefetch(Setup.AsSpan());
        Prefetch(Predict.AsSpan());
        Prefetch(Learn.AsSpan());
    }

    private static unsafe void Prefetch(ReadOnlySpan<Instruction> instructions)
    {
        if (!Sse.IsSupported) return;
        var first = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(instructions));
        for (nint at = 0; at < instructions.Length * sizeof(Instruction); at += 64) Sse.Prefetch0(first + at);
    }

    /// <summary>The program with one component function replaced; it shares the other two with this one.</summary>
    /// <param name="function">The component function to replace.</param>
    /// <param name="instructions">Its new instructions.</param>
    public Program With(ComponentFunction function, ImmutableArray<Instruction> instructions) => function switch
    {
        ComponentFunction.Setup => new(instructions, Predict, Learn),
        ComponentFunction.Predict => new(Setup, instructions, Learn),
        _ => new(Setup, Predict, instructions),
    };

    /// <summary>Whether both programs have the same instructions in the same order, and the same source if they have routines.</summary>
    /// <param name="other">The program to compare with.</param>
    public bool Equals(Program? other) =>
        other is not null && Equals(Source, other.Source) && Setup.AsSpan().SequenceEqual(other.Setup.AsSpan())
        && Predict.AsSpan().SequenceEqual(other.Predict.AsSpan()) && Learn.AsSpan().SequenceEqual(other.Learn.AsSpan());

    /// <summary>A hash of the instructions, for use within one process only.</summary>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var function in (ReadOnlySpan<ComponentFunction>)[ComponentFunction.Setup, ComponentFunction.Predict, ComponentFunction.Learn])
        {
            hash.Add(this[function].Length);
            foreach (var instruction in this[function]) hash.Add(instruction);
        }

        return hash.ToHashCode();
    }

    /// <summary>The program in its printed form, which <see cref="ProgramParser.Parse"/> reads back exactly.</summary>
    public override string ToString() => ProgramPrinter.Print(this);
}
