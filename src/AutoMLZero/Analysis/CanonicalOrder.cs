using System.Runtime.InteropServices;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// An order of the effective values that does not depend on the original one: what a function leaves, by label, each after its inputs. A value
/// that overwrites a cell comes after the readers of the cell's old content.
/// </summary>
internal sealed class CanonicalOrder
{
    private readonly List<int>[] orders = [[], [], []];
    private readonly List<(ulong Label, int Value)> left = [];
    private bool[] isPlaced = [];
    private ValueGraph graph = new();

    /// <summary>The values of a function in canonical order.</summary>
    public ReadOnlySpan<int> this[ComponentFunction function] => CollectionsMarshal.AsSpan(orders[(int)function]);

    /// <summary>Arranges the effective values.</summary>
    public void Arrange(ValueGraph values, ValueLabels labels)
    {
        graph = values;
        if (isPlaced.Length < graph.Count) isPlaced = new bool[graph.Count * 2];
        Array.Clear(isPlaced, 0, graph.Count);
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            orders[(int)function].Clear();
            left.Clear();
            foreach (var cell in graph.Homes)
            {
                var writer = graph.Left(function, cell);
                if (writer >= 0) left.Add((graph.Values[writer].Label ^ labels.Of(cell), writer));
            }

            left.Sort();
            foreach (var (_, value) in left) Place(value);
        }
    }

    private void Place(int index)
    {
        if (isPlaced[index]) return;
        ref readonly var value = ref graph.Values[index];
        isPlaced[index] = true;
        PlaceInputs(value);
        if (value.IsLeft) PlaceReaders(value);
        orders[(int)value.Function].Add(index);
    }

    private void PlaceInputs(in Value value)
    {
        var (first, second) = (value.Input1, value.Input2);
        if (value.Info.Commutes && Label(first) > Label(second)) (first, second) = (second, first);
        if (first.Kind == SourceKind.Value) Place(first.Index);
        if (second.Kind == SourceKind.Value) Place(second.Index);
        if (value.Kept.Kind == SourceKind.Value) Place(value.Kept.Index);
    }

    private ulong Label(Source source) => source.Kind == SourceKind.Value ? graph.Values[source.Index].Label : 0;

    /// <summary>Readers of the old content come in the original order, as their labels can be alike.</summary>
    private void PlaceReaders(in Value overwriting)
    {
        var old = new Source(SourceKind.Entry, overwriting.Cell);
        var (first, end) = graph.Range(overwriting.Function);
        for (var index = first; index < end; index++)
        {
            ref readonly var reader = ref graph.Values[index];
            if (!reader.IsMerged && (reader.Input1 == old || reader.Input2 == old || reader.Kept == old))
                Place(index);
        }
    }
}
