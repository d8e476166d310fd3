using System.Numerics;
using System.Runtime.CompilerServices;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Analysis;

/// <summary>
/// Labels the effective values by what they compute, whatever the names of cells and the order of instructions, by refinement: a value's label
/// comes from its inputs', a cell's from the values left in it.
/// </summary>
internal sealed class ValueLabels
{
    private const int Rounds = 3;

    private ulong[] cells = [];
    private ulong[] refined = [];

    /// <summary>Sets the label of every effective value, and finds values that compute the same.</summary>
    /// <param name="graph">The values.</param>
    public void Assign(ValueGraph graph)
    {
        if (cells.Length < graph.Cells) (cells, refined) = (new ulong[graph.Cells], new ulong[graph.Cells]);
        for (var cell = 0; cell < graph.Cells; cell++) cells[cell] = (ulong)(cell + 1) * SplitMix.Increment;
        foreach (var cell in graph.Homes) cells[cell] = InitialLabel(graph, cell);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (ref var value in graph.Values) value.Label = Label(graph, value);

            foreach (var cell in graph.Homes) refined[cell] = Refined(graph, cell);
            foreach (var cell in graph.Homes) cells[cell] = refined[cell];
        }

        foreach (ref var value in graph.Values) SortOperands(graph, ref value);
    }

    /// <summary>Names are given in the order of operands, so that this must not depend on how the program was written.</summary>
    private void SortOperands(ValueGraph graph, ref Value value)
    {
        if (value.Info.Commutes && Label(graph, value.Input1) > Label(graph, value.Input2))
            (value.Input1, value.Input2) = (value.Input2, value.Input1);
    }

    /// <summary>The label of a cell that carries something from one function to the next.</summary>
    public ulong Of(int cell) => cells[cell];

    private static ulong InitialLabel(ValueGraph graph, int cell) =>
        SplitMix.Mix((ulong)Source.TypeOf(cell) + (cell == graph.PredictionCell ? 8UL : 16UL));

    private ulong Refined(ValueGraph graph, int cell)
    {
        var label = cells[cell];
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            var left = graph.Left(function, cell);
            label = Combine(label, left >= 0 ? graph.Values[left].Label : 0);
        }

        return label;
    }

    private ulong Label(ValueGraph graph, in Value value)
    {
        ref readonly var instruction = ref value.Instruction;
        var first = Label(graph, value.Input1);
        var second = Label(graph, value.Input2);
        if (first > second && value.Info.Commutes) (first, second) = (second, first);
        var label = Combine(Combine((ulong)instruction.Op + 1, first), second);
        if (instruction.Op < Op.ScalarConstant) return label;
        label = Combine(label, Label(graph, value.Kept));
        label = Combine(label, BitConverter.DoubleToUInt64Bits(instruction.Constant1));
        label = Combine(label, BitConverter.DoubleToUInt64Bits(instruction.Constant2));
        return Combine(label, BitConverter.DoubleToUInt64Bits(instruction.Constant3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Label(ValueGraph graph, Source source) => source.Kind switch
    {
        SourceKind.Value => graph.Values[source.Index].Label,
        SourceKind.Entry => cells[source.Index],
        _ => ((ulong)source.Kind << 8) + (ulong)source.Index,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Combine(ulong label, ulong next)
    {
        var mixed = (BitOperations.RotateLeft(label, 23) ^ next) * SplitMix.Increment;
        return mixed ^ (mixed >> 32);
    }
}
