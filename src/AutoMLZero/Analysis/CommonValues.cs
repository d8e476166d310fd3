using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// Merges values of a function that are computed twice from the same inputs. A value that is left in its cell for a later function stays, so
/// that readers of the cell's old content never have to come after it.
/// </summary>
internal static class CommonValues
{
    /// <summary>Redirects the inputs of values to representatives, and marks the values that are merged.</summary>
    public static void Merge(ValueGraph graph)
    {
        var values = graph.Values;
        for (var index = 0; index < values.Length; index++)
        {
            ref var value = ref values[index];
            value.Input1 = Redirect(values, value.Input1);
            value.Input2 = Redirect(values, value.Input2);
            value.Kept = Redirect(values, value.Kept);
            if (value.Info.IsRandom || value.IsLeft) continue;
            if (FindSame(values, index) is not { } same) continue;
            value.Representative = same;
            value.IsMerged = true;
        }
    }

    private static Source Redirect(ReadOnlySpan<Value> values, Source source) =>
        source.Kind == SourceKind.Value ? source with { Index = values[source.Index].Representative } : source;

    private static int? FindSame(ReadOnlySpan<Value> values, int index)
    {
        ref readonly var value = ref values[index];
        for (var other = index - 1; other >= 0 && values[other].Function == value.Function; other--)
        {
            if (values[other].Label == value.Label && !values[other].IsMerged && IsSame(values[other], value)) return other;
        }

        return null;
    }

    private static bool IsSame(in Value a, in Value b) =>
        a.Instruction.Op == b.Instruction.Op && a.Kept == b.Kept && HasSameConstants(a.Instruction, b.Instruction)
        && ((a.Input1 == b.Input1 && a.Input2 == b.Input2)
            || (a.Info.Commutes && a.Input1 == b.Input2 && a.Input2 == b.Input1));

    private static bool HasSameConstants(in Instruction a, in Instruction b) =>
        IsSame(a.Constant1, b.Constant1) && IsSame(a.Constant2, b.Constant2) && IsSame(a.Constant3, b.Constant3);

    private static bool IsSame(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);
}
