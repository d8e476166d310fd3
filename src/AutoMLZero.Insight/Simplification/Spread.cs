using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Simplification;

/// <summary>Gives every result that is not left in memory an address of its own, so that lines can be rewritten without regard to reuse.</summary>
internal static class Spread
{
    /// <summary>What of a program matters, with addresses that are not reused; null when there are not enough addresses.</summary>
    /// <param name="program">The program.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    public static Program? Of(Program program, bool multiClass)
    {
        var flow = DataFlow.Of(program, multiClass);
        var next = new int[4];
        foreach (var value in flow.Values)
        {
            Raise(next, value.Type, value.Instruction.Output);
            Raise(next, value.Info.Input1, value.Instruction.Input1);
            Raise(next, value.Info.Input2, value.Instruction.Input2);
        }

        (next[1], next[2]) = (Math.Max(next[1], 2), Math.Max(next[2], multiClass ? 3 : 1));
        var addresses = new int[flow.Values.Length];
        foreach (var value in flow.Values) addresses[value.Index] = Address(flow, value, addresses, next);
        if (addresses.Any(address => address >= MemoryShape.MaxAddresses)) return null;
        return new Program(Function(ComponentFunction.Setup), Function(ComponentFunction.Predict), Function(ComponentFunction.Learn));

        ImmutableArray<Instruction> Function(ComponentFunction function) => [.. flow.Of(function).Select(value => value.Instruction with
        {
            Output = (byte)addresses[value.Index],
            Input1 = Input(value.Input1, value.Instruction.Input1),
            Input2 = Input(value.Input2, value.Instruction.Input2),
        })];

        byte Input(FlowOperand operand, byte address) => operand.Origin == FlowOrigin.Value ? (byte)addresses[operand.Index] : address;
    }

    /// <summary>What is written to a single element stays where the other elements are, and so does what the function leaves.</summary>
    private static int Address(DataFlow flow, FlowValue value, int[] addresses, int[] next)
    {
        if (value.IsLeft || value.Info.IsPartialWrite || flow.Values.Any(other => other.Kept == new FlowOperand(FlowOrigin.Value, value.Index)))
            return value.Instruction.Output;
        return next[(int)value.Type]++;
    }

    private static void Raise(int[] next, OperandType type, byte address) => next[(int)type] = Math.Max(next[(int)type], address + 1);
}
