using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Reading;

/// <summary>
/// An order of the effective instructions of a function in which each comes shortly before it is used. What overwrites a memory cell comes after
/// the readers of its old content.
/// </summary>
internal sealed class ReadingOrder
{
    private readonly DataFlow flow;
    private readonly ComponentFunction function;
    private readonly HashSet<int> placed = [];
    private readonly ImmutableArray<FlowValue>.Builder order = ImmutableArray.CreateBuilder<FlowValue>();

    private ReadingOrder(DataFlow flow, ComponentFunction function) => (this.flow, this.function) = (flow, function);

    /// <summary>The effective instructions of a function in the order for reading.</summary>
    public static ImmutableArray<FlowValue> Of(DataFlow flow, ComponentFunction function)
    {
        var reading = new ReadingOrder(flow, function);
        foreach (var left in flow.Of(function).Where(value => value.IsLeft)) reading.Place(left);
        return reading.order.ToImmutable();
    }

    private void Place(FlowValue value)
    {
        if (!placed.Add(value.Index)) return;
        foreach (var operand in value.Operands.Where(operand => operand.Origin == FlowOrigin.Value)) Place(flow.Values[operand.Index]);
        if (value.IsLeft)
        {
            var old = new FlowOperand(FlowOrigin.Memory, value.LeftIn);
            foreach (var reader in flow.Of(function).Where(reader => reader.Operands.Contains(old))) Place(reader);
        }

        order.Add(value);
    }
}
