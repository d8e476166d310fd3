using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// Merges values of a function that are computed twice from the same inputs. A value that is left in its cell for a later function stays, so
/// that readers of the cell's old content never have to come after it.
/// </summary>
internal sealed class CommonValues
{
    private readonly Dictionary<Key, int> known = [];

    /// <summary>Redirects the inputs of effective values to representatives, and marks the merged values as introns.</summary>
    public void Merge(ValueGraph graph, Effectiveness effectiveness)
    {
        known.Clear();
        for (var index = 0; index < graph.Count; index++)
        {
            ref var value = ref graph.Values[index];
            if (!value.IsEffective) continue;
            value.Input1 = Redirect(graph, value.Input1);
            value.Input2 = Redirect(graph, value.Input2);
            value.Kept = Redirect(graph, value.Kept);
            if (value.Instruction.Op.Info().IsRandom) continue;
            if (known.TryAdd(KeyOf(value), index) || IsLeft(graph, effectiveness, index)) continue;
            value.Representative = known[KeyOf(value)];
            value.IsEffective = false;
        }
    }

    private static bool IsLeft(ValueGraph graph, Effectiveness effectiveness, int index)
    {
        ref readonly var value = ref graph.Values[index];
        return graph.LastWriter(value.Function, value.Cell) == index && effectiveness.IsNeededAtExit(value.Function, value.Cell);
    }

    private static Source Redirect(ValueGraph graph, Source source) =>
        source.Kind == SourceKind.Value ? source with { Index = graph.Values[source.Index].Representative } : source;

    private static Key KeyOf(in Value value)
    {
        var (first, second) = (value.Input1, value.Input2);
        if (value.Instruction.Op.Info().Commutes && Rank(first) > Rank(second)) (first, second) = (second, first);
        return new Key(
            value.Function,
            value.Instruction.Op,
            first,
            second,
            value.Kept,
            BitConverter.DoubleToInt64Bits(value.Instruction.Constant1),
            BitConverter.DoubleToInt64Bits(value.Instruction.Constant2),
            BitConverter.DoubleToInt64Bits(value.Instruction.Constant3));
    }

    private static int Rank(Source source) => ((int)source.Kind << 24) + source.Index;

    private readonly record struct Key(
        ComponentFunction Function, Op Op, Source Input1, Source Input2, Source Kept, long Constant1, long Constant2, long Constant3);
}
