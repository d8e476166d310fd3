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
        var unset = WrittenCode.Unset(ComponentFunction.Setup, multiClass);
        var unsetLater = WrittenCode.Unset(ComponentFunction.Predict, multiClass);
        var setup = Write(program, ComponentFunction.Setup, liveness, unset, code);
        var predict = Write(program, ComponentFunction.Predict, liveness, unsetLater, code);
        var learn = Write(program, ComponentFunction.Learn, liveness, 0, code);
        var used = setup.Read | setup.Written | predict.Read | predict.Written | learn.Read | learn.Written;
        var scalars = Math.Max(2, Count(used, OperandType.Scalar));
        var vectors = Math.Max(multiClass ? 3 : 1, Count(used, OperandType.Vector));
        ReadZero(code.Written(ComponentFunction.Setup), setup.ReadsUnset, unset, (byte)scalars, (byte)vectors);
        ReadZero(code.Written(ComponentFunction.Predict), predict.ReadsUnset, unsetLater, (byte)scalars, (byte)vectors);
        var readZero = (unset & setup.Read) | (unsetLater & predict.Read);
        code.HasGuards = false;
        code.IsStateless = (predict.Written & liveness.BeforePredict) == 0;
        code.Memory = new MemoryShape(
            scalars + ((readZero & Scalars) != 0 ? 1 : 0), vectors + ((readZero & ~Scalars) != 0 ? 1 : 0), Count(used, OperandType.Matrix));
        return true;
    }

    /// <summary>Makes instructions read zero in place of cells that the task sets only later.</summary>
    private static void ReadZero(Span<Instruction> instructions, ulong places, ulong unset, byte zeroScalar, byte zeroVector)
    {
        for (; places != 0; places &= places - 1)
        {
            ref var instruction = ref instructions[BitOperations.TrailingZeroCount(places)];
            ref readonly var types = ref OpSignature.Of(instruction.Op);
            var zero1 = types.Input1 == OperandType.Vector ? zeroVector : zeroScalar;
            var zero2 = types.Input2 == OperandType.Vector ? zeroVector : zeroScalar;
            Instruction.SetInputs(
                ref instruction,
                WrittenCode.IsIn(unset, types.Input1, instruction.Input1) ? zero1 : instruction.Input1,
                WrittenCode.IsIn(unset, types.Input2, instruction.Input2) ? zero2 : instruction.Input2);
        }
    }

    /// <returns>The cells read and written, and the places of the instructions that read cells not set yet.</returns>
    private static (ulong Read, ulong Written, ulong ReadsUnset) Write(
        Program program, ComponentFunction function, FewCellsLiveness liveness, ulong unset, EffectiveCode code)
    {
        var source = program[function].AsSpan();
        var left = liveness.Effective(function);
        var target = code.Reserve(function, BitOperations.PopCount(left));
        var (read, written, readsUnset) = (0UL, 0UL, 0UL);
        for (var i = 0; i < target.Length; i++, left &= left - 1)
        {
            var place = BitOperations.TrailingZeroCount(left);
            ref readonly var footprint = ref liveness.Footprint(function, place);
            read |= footprint.Inputs;
            written |= footprint.Output;
            readsUnset |= ((footprint.Inputs & unset) != 0 ? 1UL : 0) << i;
            target[i] = source[place];
        }

        return (read, written, readsUnset);
    }

    /// <summary>One more than the largest address of a type; 0 when there is none.</summary>
    private static int Count(ulong used, OperandType type)
    {
        var cells = used & (Scalars << Source.Cell(type, 0));
        return cells == 0 ? 0 : Source.AddressOf(BitOperations.Log2(cells)) + 1;
    }
}
