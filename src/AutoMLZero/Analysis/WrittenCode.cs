using System.Runtime.CompilerServices;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// Writes instructions of a program as they are, with their own addresses in their own order: less work than the canonical form, and the same
/// predictions. Only a cell that is read before the task sets it gets another address, one that holds zero.
/// </summary>
internal sealed class WrittenCode
{
    private readonly int[] used = new int[4];
    private readonly bool[] readsZero = new bool[4];
    private int[] places = [];
    private bool hasGuards;

    /// <summary>Writes all instructions, introns too.</summary>
    /// <param name="program">The program.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    /// <param name="code">Where the instructions go.</param>
    /// <exception cref="InputException">The program uses all addresses of a type, so that none is left for zero.</exception>
    public void WriteAll(Program program, bool multiClass, EffectiveCode code)
    {
        if (places.Length < program.Length) places = [.. Enumerable.Range(0, program.Length)];
        CountAddresses(program, multiClass, null);
        Write(program, multiClass, null, code);
        CheckRoom();
    }

    /// <summary>Writes the effective instructions.</summary>
    /// <param name="program">The program.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    /// <param name="liveness">Which are effective.</param>
    /// <param name="code">Where the instructions go.</param>
    /// <returns>
    /// Whether they can run: not when they draw random numbers, which belong to places in the canonical order, nor when no address is left for zero.
    /// </returns>
    public bool TryWriteEffective(Program program, bool multiClass, Liveness liveness, EffectiveCode code)
    {
        if (liveness.Few is { } few && FewCellsCode.TryWrite(program, multiClass, few, code)) return true;
        if (CountAddresses(program, multiClass, liveness)) return false;
        Write(program, multiClass, liveness, code);
        return HasRoom();
    }

    /// <summary>As <see cref="TryWriteEffective"/>, also when they draw random numbers, which then belong to places in the order of the program.</summary>
    /// <exception cref="InputException">The program uses all addresses of a type, so that none is left for zero.</exception>
    public void WriteEffective(Program program, bool multiClass, Liveness liveness, EffectiveCode code)
    {
        CountAddresses(program, multiClass, liveness);
        Write(program, multiClass, liveness, code);
        CheckRoom();
    }

    private void Write(Program program, bool multiClass, Liveness? liveness, EffectiveCode code)
    {
        code.Clear();
        code.HasGuards = hasGuards;
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            var instructions = program[function].AsSpan();
            var unset = Unset(function, multiClass);
            foreach (var place in Places(function, instructions.Length, liveness)) Write(function, instructions[place], unset, code);
        }

        code.IsStateless = liveness is not null && IsStateless(code[ComponentFunction.Predict], liveness);
        code.Memory = new MemoryShape(Shape(OperandType.Scalar), Shape(OperandType.Vector), used[3]);
    }

    private void CheckRoom()
    {
        if (!HasRoom())
            throw new InputException($"the program uses all {MemoryShape.MaxAddresses} addresses of a type, expected one to be left");
    }

    private ReadOnlySpan<int> Places(ComponentFunction function, int length, Liveness? liveness) =>
        liveness is null ? places.AsSpan(0, length) : liveness.Effective(function);

    private static bool IsStateless(ReadOnlySpan<Instruction> predict, Liveness liveness)
    {
        foreach (ref readonly var instruction in predict)
        {
            var type = OpSignature.Of(instruction.Op).Output;
            if (type != OperandType.None && liveness.IsNeededBeforePredict(Source.Cell(type, instruction.Output))) return false;
        }

        return true;
    }

    /// <returns>Whether an instruction draws random numbers.</returns>
    private bool CountAddresses(Program program, bool multiClass, Liveness? liveness)
    {
        (used[1], used[2], used[3]) = (2, multiClass ? 3 : 1, 0);
        Array.Clear(readsZero);
        var isRandom = false;
        hasGuards = false;
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            var instructions = program[function].AsSpan();
            foreach (var place in Places(function, instructions.Length, liveness))
            {
                ref readonly var instruction = ref instructions[place];
                ref readonly var types = ref OpSignature.Of(instruction.Op);
                Count(types.Output, instruction.Output);
                Count(types.Input1, instruction.Input1);
                Count(types.Input2, instruction.Input2);
                isRandom |= types.IsRandom;
                hasGuards |= types.IsGuard;
            }
        }

        return isRandom;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(OperandType type, int address)
    {
        ref var count = ref used[(int)type];
        if (address >= count) count = address + 1;
    }

    private int Shape(OperandType type) => used[(int)type] + (readsZero[(int)type] ? 1 : 0);

    private bool HasRoom() => Shape(OperandType.Scalar) <= MemoryShape.MaxAddresses && Shape(OperandType.Vector) <= MemoryShape.MaxAddresses;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(ComponentFunction function, in Instruction instruction, ulong unset, EffectiveCode code)
    {
        if (instruction.Op == Op.NoOp && !IsGuarded(code[function])) return;
        ref readonly var types = ref OpSignature.Of(instruction.Op);
        ref var written = ref code.Add(function, instruction);
        if (IsIn(unset, types.Input1, instruction.Input1)) written = written with { Input1 = Zero(types.Input1) };
        if (IsIn(unset, types.Input2, instruction.Input2)) written = written with { Input2 = Zero(types.Input2) };
    }

    private static bool IsGuarded(ReadOnlySpan<Instruction> before) => !before.IsEmpty && OpSignature.Of(before[^1].Op).IsGuard;

    /// <summary>Whether a cell is in a set that has addresses 0 and 1 only; no operand is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsIn(ulong cells, OperandType type, byte address) =>
        address <= 1 & type != OperandType.None & (cells >> Source.Cell(type, address) & 1) != 0;

    /// <summary>The cells that the task sets only later, a bit for each.</summary>
    public static ulong Unset(ComponentFunction function, bool multiClass)
    {
        var label = 1UL << Source.Cell(OperandType.Scalar, 0);
        if (multiClass) label |= 1UL << Source.Cell(OperandType.Vector, 1);
        return function switch
        {
            ComponentFunction.Setup => label | (1UL << Source.Cell(OperandType.Vector, 0)),
            ComponentFunction.Predict => label,
            _ => 0,
        };
    }

    private byte Zero(OperandType type)
    {
        readsZero[(int)type] = true;
        return (byte)used[(int)type];
    }
}
