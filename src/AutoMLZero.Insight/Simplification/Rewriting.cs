using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Simplification;

/// <summary>Changes single lines of programs whose addresses are not reused.</summary>
internal static class Rewriting
{
    /// <summary>
    /// The program without a line whose readers read something else instead; null when that cannot be: what they are to read is overwritten before
    /// they do, or the line leaves its result in memory for which there is no other writer.
    /// </summary>
    /// <param name="flow">The program.</param>
    /// <param name="value">The line.</param>
    /// <param name="instead">An operand of the same type.</param>
    public static Program? Bypass(DataFlow flow, FlowValue value, FlowOperand instead)
    {
        if (value.Info.IsPartialWrite || flow.Values.Any(other => other.Kept == new FlowOperand(FlowOrigin.Value, value.Index))) return null;
        return value.IsLeft ? LeaveBy(flow, value, instead) : ReadInstead(flow, value, AddressOf(flow, value, instead));
    }

    /// <summary>The program with a line in place of another.</summary>
    public static Program Replace(DataFlow flow, FlowValue value, Instruction instruction) =>
        flow.Program.With(value.Function, flow.Program[value.Function].SetItem(value.Line, instruction));

    /// <summary>The program with a line moved to the end of Setup.</summary>
    public static Program MoveToSetup(DataFlow flow, FlowValue value)
    {
        var program = flow.Program.With(value.Function, flow.Program[value.Function].RemoveAt(value.Line));
        return program.With(ComponentFunction.Setup, program.Setup.Add(value.Instruction));
    }

    private static byte? AddressOf(DataFlow flow, FlowValue value, FlowOperand operand)
    {
        if (operand == value.Input1) return value.Instruction.Input1;
        if (operand == value.Input2) return value.Instruction.Input2;
        return operand.Origin switch
        {
            FlowOrigin.Value => flow.Values[operand.Index].Instruction.Output,
            FlowOrigin.Memory => (byte)flow.Memory[operand.Index].Address,
            FlowOrigin.Features => 0,
            _ => null,
        };
    }

    private static Program? ReadInstead(DataFlow flow, FlowValue value, byte? address)
    {
        if (address is not { } instead) return null;
        var instructions = flow.Program[value.Function].ToBuilder();
        var isOverwritten = false;
        for (var line = value.Line + 1; line < instructions.Count; line++)
        {
            var changed = Reading(instructions[line], value.Type, value.Instruction.Output, instead);
            if (changed != instructions[line] && isOverwritten) return null;
            instructions[line] = changed;
            var info = changed.Op.Info();
            isOverwritten |= info.Output == value.Type && changed.Output == instead;
        }

        instructions.RemoveAt(value.Line);
        return flow.Program.With(value.Function, instructions.ToImmutable());
    }

    /// <summary>The line that computes the other operand leaves its result in the memory, if nobody reads the memory in between.</summary>
    private static Program? LeaveBy(DataFlow flow, FlowValue value, FlowOperand instead)
    {
        if (instead.Origin != FlowOrigin.Value || flow.Values[instead.Index] is not { IsLeft: false } made) return null;
        if (made.Function != value.Function || made.Info.IsPartialWrite || flow.Values.Any(other => other.Kept == instead)) return null;
        var (type, memory, address) = (value.Type, value.Instruction.Output, made.Instruction.Output);
        var instructions = flow.Program[value.Function].ToBuilder();
        for (var line = made.Line; line < instructions.Count; line++)
        {
            var instruction = instructions[line];
            var info = instruction.Op.Info();
            var isBetween = line > made.Line && line < value.Line;
            if (isBetween && (Reads(instruction, type, memory) || (info.Output == type && instruction.Output == memory))) return null;
            var changed = Reading(instruction, type, address, memory);
            instructions[line] = line == made.Line ? instruction with { Output = memory } : changed;
        }

        instructions.RemoveAt(value.Line);
        return flow.Program.With(value.Function, instructions.ToImmutable());
    }

    private static bool Reads(Instruction instruction, OperandType type, byte address)
    {
        var info = instruction.Op.Info();
        return (info.Input1 == type && instruction.Input1 == address) || (info.Input2 == type && instruction.Input2 == address)
            || (info.IsPartialWrite && info.Output == type && instruction.Output == address);
    }

    private static Instruction Reading(Instruction instruction, OperandType type, byte address, byte instead)
    {
        var info = instruction.Op.Info();
        return instruction with
        {
            Input1 = info.Input1 == type && instruction.Input1 == address ? instead : instruction.Input1,
            Input2 = info.Input2 == type && instruction.Input2 == address ? instead : instruction.Input2,
        };
    }
}
