using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>Finds what of a program matters, and writes it in canonical order with canonical names. Reused from program to program.</summary>
internal sealed class Canonicalizer
{
    private readonly ValueGraph graph = new();
    private readonly Effectiveness effectiveness = new();
    private readonly ValueLabels labels = new();
    private readonly CanonicalOrder order = new();
    private readonly CanonicalNames names = new();
    private readonly EffectiveCode code = new();
    private readonly List<int> homes = [];

    /// <summary>What of a program matters.</summary>
    /// <exception cref="InputException">The program needs more than 256 addresses of a type once its values are told apart.</exception>
    public EffectiveProgram Canonicalize(Program program, bool multiClass)
    {
        Analyze(program, multiClass);
        return new EffectiveProgram(code.ToProgram(), code.Memory, code.IsStateless, ProgramHash.Of(code), Ordinals(program));
    }

    /// <summary>The effective instructions of a program, valid until the next is analyzed.</summary>
    /// <exception cref="InputException">The program needs more than 256 addresses of a type once its values are told apart.</exception>
    public EffectiveCode Analyze(Program program, bool multiClass)
    {
        graph.Build(program, multiClass);
        effectiveness.Mark(graph);
        CollectHomes();
        DropConstantZeros();
        labels.Assign(graph, effectiveness, CollectionsMarshal.AsSpan(homes));
        CommonValues.Merge(graph, effectiveness);
        order.Arrange(graph, effectiveness, labels, CollectionsMarshal.AsSpan(homes));
        code.Clear();
        names.Write(graph, effectiveness, order, multiClass, code);
        code.IsStateless = IsStateless();
        return code;
    }

    /// <summary>A cell that something is left in which a later function finds.</summary>
    private void CollectHomes()
    {
        homes.Clear();
        for (var cell = 0; cell < graph.Cells; cell++)
        {
            if (IsHome(cell)) homes.Add(cell);
        }
    }

    private bool IsHome(int cell)
    {
        if (cell == graph.PredictionCell) return true;
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            if (effectiveness.IsNeededAtExit(function, cell) && graph.LastWriter(function, cell) >= 0) return true;
        }

        return false;
    }

    /// <summary>What is found in a cell that no function ever writes is zero.</summary>
    private void DropConstantZeros()
    {
        foreach (ref var value in graph.Values)
        {
            value.Input1 = ZeroIfNeverWritten(value.Function, value.Input1);
            value.Input2 = ZeroIfNeverWritten(value.Function, value.Input2);
            value.Kept = ZeroIfNeverWritten(value.Function, value.Kept);
        }
    }

    private Source ZeroIfNeverWritten(ComponentFunction function, Source source) =>
        source.Kind == SourceKind.Entry && !graph.IsGiven(function, source.Index) && !IsHome(source.Index)
            ? new Source(SourceKind.Zero, (int)Source.TypeOf(source.Index))
            : source;

    private bool IsStateless()
    {
        foreach (var cell in homes)
        {
            if (effectiveness.IsNeededAtEntry(ComponentFunction.Predict, cell) && graph.LastWriter(ComponentFunction.Predict, cell) >= 0) return false;
        }

        return true;
    }

    private ImmutableArray<ImmutableArray<int>> Ordinals(Program program)
    {
        int[][] ordinals = [NoOrdinals(program.Setup), NoOrdinals(program.Predict), NoOrdinals(program.Learn)];
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            var next = 0;
            foreach (var index in order[function])
            {
                ref readonly var value = ref graph.Values[index];
                if (value.Instruction.Op.Info().IsRandom) ordinals[(int)function][value.OriginalIndex] = next++;
            }
        }

        return [.. ordinals.Select(ImmutableCollectionsMarshal.AsImmutableArray)];
    }

    private static int[] NoOrdinals(ImmutableArray<Instruction> instructions)
    {
        var ordinals = new int[instructions.Length];
        Array.Fill(ordinals, -1);
        return ordinals;
    }
}
