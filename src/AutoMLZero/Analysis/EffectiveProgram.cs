using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// What of a program matters: introns removed over the whole loop Setup, (Predict, Learn)*, Predict*, values that are computed twice computed
/// once, addresses renamed and independent instructions ordered canonically. It makes the same predictions as the original, bit for bit.
/// </summary>
public sealed class EffectiveProgram
{
    private readonly ImmutableArray<ImmutableArray<int>> randomOrdinals;

    internal EffectiveProgram(Program program, MemoryShape memory, bool isStateless, ulong hash, ImmutableArray<ImmutableArray<int>> randomOrdinals)
    {
        Program = program;
        Memory = memory;
        IsStateless = isStateless;
        Hash = hash;
        this.randomOrdinals = randomOrdinals;
    }

    /// <summary>The effective instructions. An address that no instruction writes holds zero, apart from those that the task sets.</summary>
    public Program Program { get; }

    /// <summary>The addresses that the effective instructions use.</summary>
    public MemoryShape Memory { get; }

    /// <summary>Whether <c>Predict</c> carries nothing from one example to the next, as long as <c>Learn</c> does not run.</summary>
    public bool IsStateless { get; }

    /// <summary>A hash of the effective instructions, the same on every machine: programs that differ in names, order or introns only share it.</summary>
    public ulong Hash { get; }

    /// <summary>What of a program matters.</summary>
    /// <param name="program">The program.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction, not <c>s1</c>.</param>
    /// <exception cref="InputException">The program needs more than 256 addresses of a type once its values are told apart.</exception>
    public static EffectiveProgram Create(Program program, bool multiClass = false) => new Canonicalizer().Canonicalize(program, multiClass);

    /// <summary>
    /// The place of a random instruction of the original program among the effective random instructions of its function, in canonical order:
    /// it decides what the instruction draws.
    /// </summary>
    /// <param name="function">The component function.</param>
    /// <param name="index">Place of the instruction in that function of the original program.</param>
    /// <returns>0, 1, ... or -1 when the instruction draws nothing that matters.</returns>
    public int RandomOrdinal(ComponentFunction function, int index) => randomOrdinals[(int)function][index];
}
