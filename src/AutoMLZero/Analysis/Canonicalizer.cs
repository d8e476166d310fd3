using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>Finds what of a program matters, and writes it in canonical order with canonical names. Reused from program to program.</summary>
internal sealed class Canonicalizer
{
    private readonly Liveness liveness = new();
    private readonly ValueGraph graph = new();
    private readonly ValueLabels labels = new();
    private readonly CanonicalOrder order = new();
    private readonly CanonicalNames names = new();
    private readonly EffectiveCode code = new();
    private readonly WrittenCode written = new();
    private readonly EffectiveCode writtenCode = new();

    /// <summary>What of a program matters.</summary>
    /// <exception cref="InputException">The program needs more than 256 addresses of a type once its values are told apart.</exception>
    public EffectiveProgram Canonicalize(Program program, bool multiClass)
    {
        var effective = Analyze(program, multiClass);
        return new EffectiveProgram(effective.ToProgram(), effective.Memory, effective.IsStateless, ProgramHash.Of(effective), Ordinals(program));
    }

    /// <summary>The effective instructions of a program, valid until the next is analyzed.</summary>
    /// <exception cref="InputException">The program needs more than 256 addresses of a type once its values are told apart.</exception>
    public EffectiveCode Analyze(Program program, bool multiClass)
    {
        liveness.Analyze(program, multiClass);
        return Complete(program, multiClass);
    }

    /// <summary>
    /// The first part of an analysis: a hash of the effective instructions as they are written. Programs that differ in introns share it; those
    /// that share it make the same predictions.
    /// </summary>
    public ulong HashEffective(Program program, bool multiClass)
    {
        liveness.Analyze(program, multiClass);
        return ProgramHash.Of(program, liveness);
    }

    /// <summary>
    /// The rest of the analysis of the program whose first part was just done. Instructions of a program with guards stay as they are written.
    /// </summary>
    /// <exception cref="InputException">The program needs more than 256 addresses of a type once its values are told apart.</exception>
    public EffectiveCode Complete(Program program, bool multiClass)
    {
        if (liveness.HasGuards)
        {
            written.WriteEffective(program, multiClass, liveness, writtenCode);
            return writtenCode;
        }

        graph.Build(program, liveness);
        labels.Assign(graph);
        CommonValues.Merge(graph);
        order.Arrange(graph, labels);
        code.Clear();
        code.HasGuards = false;
        names.Write(graph, order, multiClass, code);
        code.IsStateless = graph.IsStateless();
        return code;
    }

    /// <summary>
    /// The effective instructions of the program whose first part was just done, as they are written where that makes no difference, else in canonical
    /// form: less work than <see cref="Complete"/>.
    /// </summary>
    /// <exception cref="InputException">The program needs more than 256 addresses of a type once its values are told apart.</exception>
    public EffectiveCode CompleteAsWritten(Program program, bool multiClass) =>
        written.TryWriteEffective(program, multiClass, liveness, writtenCode) ? writtenCode : Complete(program, multiClass);

    private ImmutableArray<ImmutableArray<int>> Ordinals(Program program)
    {
        int[][] ordinals = [NoOrdinals(program.Setup), NoOrdinals(program.Predict), NoOrdinals(program.Learn)];
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            if (liveness.HasGuards) NumberAsWritten(program[function].AsSpan(), function, ordinals[(int)function]);
            else NumberInOrder(function, ordinals[(int)function]);
        }

        return [.. ordinals.Select(ImmutableCollectionsMarshal.AsImmutableArray)];
    }

    private void NumberInOrder(ComponentFunction function, int[] ordinals)
    {
        var next = 0;
        foreach (var index in order[function])
        {
            ref readonly var value = ref graph.Values[index];
            if (value.Info.IsRandom) ordinals[value.OriginalIndex] = next++;
        }
    }

    private void NumberAsWritten(ReadOnlySpan<Instruction> instructions, ComponentFunction function, int[] ordinals)
    {
        var next = 0;
        for (var i = 0; i < instructions.Length; i++)
        {
            if (instructions[i].Op.Info().IsRandom && liveness.IsEffective(function, i)) ordinals[i] = next++;
        }
    }

    private static int[] NoOrdinals(ImmutableArray<Instruction> instructions)
    {
        var ordinals = new int[instructions.Length];
        Array.Fill(ordinals, -1);
        return ordinals;
    }
}
