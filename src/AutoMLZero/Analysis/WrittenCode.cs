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
    private bool isMultiClass;
    private bool hasGuards;

    /// <summary>Writes all instructions, introns too.</summary>
    /// <param name="program">The program.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    /// <param name="code">Where the instructions go.</param>
    /// <exception cref="InputException">The program uses all addresses of a type, so that none is left for zero.</exception>
    public void WriteAll(Program program, bool multiClass, EffectiveCode code)
    {
        CountAddresses(program, multiClass, null);
        Write(program, null, code);
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
        if (CountAddresses(program, multiClass, liveness)) return false;
        Write(program, liveness, code);
        return HasRoom();
    }

    /// <summary>As <see cref="TryWriteEffective"/>, also when they draw random numbers, which then belong to places in the order of the program.</summary>
    /// <exception cref="InputException">The program uses all addresses of a type, so that none is left for zero.</exception>
    public void WriteEffective(Program program, bool multiClass, Liveness liveness, EffectiveCode code)
    {
        CountAddresses(program, multiClass, liveness);
        Write(program, liveness, code);
        CheckRoom();
    }

    private void Write(Program program, Liveness? liveness, EffectiveCode code)
    {
        code.Clear();
        code.HasGuards = hasGuards;
        code.IsStateless = liveness is not null;
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            var instructions = program[function].AsSpan();
            for (var i = 0; i < instructions.Length; i++)
            {
                if (liveness is not null && !liveness.IsEffective(function, i)) continue;
                if (function == ComponentFunction.Predict && liveness is not null) code.IsStateless &= !CarriesOn(instructions[i], liveness);
                Write(function, instructions[i], code);
            }
        }

        code.Memory = new MemoryShape(Shape(OperandType.Scalar), Shape(OperandType.Vector), used[3]);
    }

    private void CheckRoom()
    {
        if (!HasRoom())
            throw new InputException($"the program uses all {MemoryShape.MaxAddresses} addresses of a type, expected one to be left");
    }

    private static bool CarriesOn(in Instruction instruction, Liveness liveness) =>
        instruction.Op.Info().Output != OperandType.None && liveness.IsNeededBeforePredict(Source.Cell(instruction.Op.Info().Output, instruction.Output));

    /// <returns>Whether an instruction draws random numbers.</returns>
    private bool CountAddresses(Program program, bool multiClass, Liveness? liveness)
    {
        isMultiClass = multiClass;
        (used[1], used[2], used[3]) = (2, multiClass ? 3 : 1, 0);
        Array.Clear(readsZero);
        var isRandom = false;
        hasGuards = false;
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            var instructions = program[function].AsSpan();
            for (var i = 0; i < instructions.Length; i++)
            {
                if (liveness is not null && !liveness.IsEffective(function, i)) continue;
                var info = instructions[i].Op.Info();
                Count(info.Output, instructions[i].Output);
                Count(info.Input1, instructions[i].Input1);
                Count(info.Input2, instructions[i].Input2);
                isRandom |= info.IsRandom;
                hasGuards |= info.IsGuard;
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

    private void Write(ComponentFunction function, in Instruction instruction, EffectiveCode code)
    {
        if (instruction.Op == Op.NoOp && !IsGuarded(code[function])) return;
        var info = instruction.Op.Info();
        ref var written = ref code.Add(function, instruction);
        written = written with
        {
            Input1 = Address(function, info.Input1, instruction.Input1),
            Input2 = Address(function, info.Input2, instruction.Input2),
        };
    }

    private static bool IsGuarded(ReadOnlySpan<Instruction> before) => !before.IsEmpty && before[^1].Op.Info().IsGuard;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Address(ComponentFunction function, OperandType type, byte address) =>
        address > 1 || type == OperandType.None || !IsUnset(function, type, address) ? address : Zero(type);

    private bool IsUnset(ComponentFunction function, OperandType type, byte address) => (type, address) switch
    {
        (OperandType.Scalar, 0) => function != ComponentFunction.Learn,
        (OperandType.Vector, 0) => function == ComponentFunction.Setup,
        (OperandType.Vector, 1) => isMultiClass && function != ComponentFunction.Learn,
        _ => false,
    };

    private byte Zero(OperandType type)
    {
        readsZero[(int)type] = true;
        return (byte)used[(int)type];
    }
}
