using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// Marks the values that a prediction can depend on, over the loop Setup, (Predict, Learn)*, Predict*, any number of times: the rest are
/// introns. Also tells which cells carry something from one function to the next.
/// </summary>
internal sealed class Effectiveness
{
    private bool[] neededAtEntry = [];
    private bool[] neededAtExit = [];
    private readonly Stack<int> open = new();
    private ValueGraph graph = new();

    /// <summary>Marks the effective values of a graph.</summary>
    public void Mark(ValueGraph values)
    {
        graph = values;
        if (neededAtEntry.Length < 3 * graph.Cells) (neededAtEntry, neededAtExit) = (new bool[3 * graph.Cells], new bool[3 * graph.Cells]);
        Array.Clear(neededAtEntry);
        Array.Clear(neededAtExit);
        NeedExit(ComponentFunction.Predict, graph.PredictionCell);
        while (open.TryPop(out var index))
        {
            ref var value = ref graph.Values[index];
            Need(value.Function, value.Input1);
            Need(value.Function, value.Input2);
            Need(value.Function, value.Kept);
        }
    }

    /// <summary>Whether what a function finds in a cell matters.</summary>
    public bool IsNeededAtEntry(ComponentFunction function, int cell) => neededAtEntry[((int)function * graph.Cells) + cell];

    /// <summary>Whether what a function leaves in a cell matters.</summary>
    public bool IsNeededAtExit(ComponentFunction function, int cell) => neededAtExit[((int)function * graph.Cells) + cell];

    /// <summary>Whether a value is what its function leaves in its cell for a later function.</summary>
    public bool IsLeft(int index)
    {
        ref readonly var value = ref graph.Values[index];
        return graph.LastWriter(value.Function, value.Cell) == index && IsNeededAtExit(value.Function, value.Cell);
    }

    private void Need(ComponentFunction function, Source source)
    {
        if (source.Kind == SourceKind.Value) NeedValue(source.Index);
        else if (source.Kind == SourceKind.Entry) NeedEntry(function, source.Index);
    }

    private void NeedValue(int index)
    {
        ref var value = ref graph.Values[index];
        if (value.IsEffective) return;
        value.IsEffective = true;
        open.Push(index);
    }

    private void NeedEntry(ComponentFunction function, int cell)
    {
        ref var needed = ref neededAtEntry[((int)function * graph.Cells) + cell];
        if (needed || function == ComponentFunction.Setup) return;
        needed = true;
        if (graph.IsGiven(function, cell)) return;
        NeedExit(ComponentFunction.Predict, cell);
        if (function == ComponentFunction.Learn) return;
        NeedExit(ComponentFunction.Setup, cell);
        NeedExit(ComponentFunction.Learn, cell);
    }

    private void NeedExit(ComponentFunction function, int cell)
    {
        ref var needed = ref neededAtExit[((int)function * graph.Cells) + cell];
        if (needed) return;
        needed = true;
        var writer = graph.LastWriter(function, cell);
        if (writer >= 0) NeedValue(writer);
        else NeedEntry(function, cell);
    }
}
