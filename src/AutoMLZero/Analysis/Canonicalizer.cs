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
    private readonly CommonValues commonValues = new();
    private readonly List<int> homes = [];

    /// <summary>What of a program matters.</summary>
    public EffectiveProgram Canonicalize(Program program, bool multiClass)
    {
        graph.Build(program, multiClass);
        effectiveness.Mark(graph);
        CollectHomes();
        DropConstantZeros();
        labels.Assign(graph, CollectionsMarshal.AsSpan(homes));
        commonValues.Merge(graph, effectiveness);
        order.Arrange(graph, effectiveness, labels, CollectionsMarshal.AsSpan(homes));
        var names = new CanonicalNames(graph, effectiveness, multiClass);
        var canonical = names.Write(order);
        return new EffectiveProgram(canonical, names.Memory, IsStateless(), ProgramHash.Of(canonical), Ordinals(program));
    }

    /// <summary>A cell that something is left in which a later function finds.</summary>
    private void CollectHomes()
    {
        homes.Clear();
        for (var cell = 0; cell < Source.Cells; cell++)
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
