using System.Numerics;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>As <see cref="WrittenCode"/>, for programs with few cells that draw no random numbers.</summary>
internal static class FewCellsCode
{
    /// <summary>The cells of the scalars: those of the other types follow each of them.</summary>
    private const ulong Scalars = 0x9249_2492_4924_9249;

    /// <summary>Writes the effective instructions.</summary>
    /// <param name="program">The program.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and <c>v2</c> the prediction.</param>
    /// <param name="liveness">Which are effective.</param>
    /// <param name="code">Where the instructions go.</param>
    /// <returns>Whether the program is of that kind.</returns>
    public static bool TryWrite(Program program, bool multiClass, FewCellsLiveness liveness, EffectiveCode code)
    {
        if (liveness.LargestOp > Op.MatrixConstant) return false;
        code.Clear();
        var setup = Write(program, ComponentFunction.Setup, liveness, code);
        var predict = Write(program, ComponentFunction.Predict, liveness, code);
        var learn = Write(program, ComponentFunction.Learn, liveness, code);
        var used = setup.Read | setup.Written | predict.Read | predict.Written | learn.Read | learn.Written;
        var scalars = Math.Max(2, Count(used, OperandType.Scalar));
        var vectors = Math.Max(multiClass ? 3 : 1, Count(used, OperandType.Vector));
        var unset = WrittenCode.Unset(ComponentFunction.Setup, multiClass) & setup.Read;
        var unsetLater = WrittenCode.Unset(ComponentFunction.Predict, multiClass) & predict.Read;
        if (unset != 0) ReadZero(code.Written(ComponentFunction.Setup), unset, (byte)scalars, (byte)vectors);
        if (unsetLater != 0) ReadZero(code.Written(ComponentFunction.Predict), unsetLater, (byte)scalars, (byte)vectors);
        code.HasGuards = false;
        code.IsStateless = (predict.Written & liveness.BeforePredict) == 0;
        code.Memory = new MemoryShape(
            scalars + (((unset | unsetLater) & Scalars) != 0 ? 1 : 0), vectors + (((unset | unsetLater) & ~Scalars) != 0 ? 1 : 0), Count(used, OperandType.Matrix));
        return true;
    }

    /// <summary>Makes instructions read zero in place of cells that the task sets only later.</summary>
    private static void ReadZero(Span<Instruction> instructions, ulong unset, byte zeroScalar, byte zeroVector)
    {
        foreach (ref var instruction in instructions)
        {
            ref readonly var types = ref OpSignature.Of(instruction.Op);
            var zero1 = types.Input1 == OperandType.Vector ? zeroVector : zeroScalar;
            var zero2 = types.Input2 == OperandType.Vector ? zeroVector : zeroScalar;
            Instruction.SetInputs(
                ref instruction,
                WrittenCode.IsIn(unset, types.Input1, instruction.Input1) ? zero1 : instruction.Input1,
                WrittenCode.IsIn(unset, types.Input2, instruction.Input2) ? zero2 : instruction.Input2);
        }
    }

    private static (ulong Read, ulong Written) Write(Program program, ComponentFunction function, FewCellsLiveness liveness, EffectiveCode code)
    {
        var source = program[function].AsSpan();
        var left = liveness.Effective(function);
        var target = code.Reserve(function, BitOperations.PopCount(left));
        var (read, written) = (0UL, 0UL);
        for (var i = 0; i < target.Length; i++, left &= left - 1)
        {
            var place = BitOperations.TrailingZeroCount(left);
            ref readonly var footprint = ref liveness.Footprint(function, place);
            read |= footprint.Inputs;
            written |= footprint.Output;
            target[i] = source[place];
        }

        return (read, written);
    }

    /// <summary>One more than the largest address of a type; 0 when there is none.</summary>
    private static int Count(ulong used, OperandType type)
    {
        var cells = used & (Scalars << Source.Cell(type, 0));
        return cells == 0 ? 0 : Source.AddressOf(BitOperations.Log2(cells)) + 1;
    }
}
