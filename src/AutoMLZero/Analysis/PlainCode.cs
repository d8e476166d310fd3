using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>Writes all instructions of a program as they are, for comparison with <see cref="Canonicalizer"/>.</summary>
/// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
internal sealed class PlainCode(bool multiClass)
{
    private readonly int[] used = new int[4];

    /// <summary>Writes a program. A cell that is read before the task sets it holds zero.</summary>
    /// <param name="program">The program.</param>
    /// <param name="code">Where the instructions go.</param>
    /// <exception cref="InputException">The program uses all addresses of a type, so that none is left for zero.</exception>
    public void Write(Program program, EffectiveCode code)
    {
        (used[1], used[2], used[3]) = (2, multiClass ? 3 : 1, 0);
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            foreach (ref readonly var instruction in program[function].AsSpan()) CountAddresses(instruction);
        }

        code.Clear();
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            foreach (ref readonly var instruction in program[function].AsSpan()) Write(function, instruction, code);
        }

        code.Memory = new MemoryShape(used[1] + 1, used[2] + 1, used[3]);
        code.IsStateless = false;
    }

    private void CountAddresses(in Instruction instruction)
    {
        var info = instruction.Op.Info();
        Count(info.Output, instruction.Output);
        Count(info.Input1, instruction.Input1);
        Count(info.Input2, instruction.Input2);
    }

    private void Count(OperandType type, int address) => used[(int)type] = Math.Max(used[(int)type], address + 1);

    private void Write(ComponentFunction function, in Instruction instruction, EffectiveCode code)
    {
        if (instruction.Op == Op.NoOp) return;
        var info = instruction.Op.Info();
        code.Add(function, instruction with
        {
            Input1 = Address(function, info.Input1, instruction.Input1),
            Input2 = Address(function, info.Input2, instruction.Input2),
        });
    }

    private byte Address(ComponentFunction function, OperandType type, byte address)
    {
        var isUnset = (type, address) switch
        {
            (OperandType.Scalar, 0) => function != ComponentFunction.Learn,
            (OperandType.Vector, 0) => function == ComponentFunction.Setup,
            (OperandType.Vector, 1) => multiClass && function != ComponentFunction.Learn,
            _ => false,
        };
        if (!isUnset) return address;
        if (used[(int)type] == MemoryShape.MaxAddresses)
            throw new InputException($"the program uses all {MemoryShape.MaxAddresses} addresses of a type, expected one to be left");
        return (byte)used[(int)type];
    }
}
