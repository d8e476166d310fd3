using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Execution;

/// <summary>
/// The instructions of <c>Predict</c> and <c>Learn</c> that have the same result at every step, and before which nobody reads what they overwrite: they can run once,
/// after <c>Setup</c>.
/// </summary>
/// <param name="Predict">A bit for each of the first 64 instructions of <c>Predict</c>.</param>
/// <param name="Learn">The same of <c>Learn</c>.</param>
internal readonly record struct LoopInvariants(ulong Predict, ulong Learn)
{
    private const int MostInstructions = 64;
    private const int Cells = 3 * 256;
    private const byte Varying = 2;

    /// <summary>Whether an instruction is one of them.</summary>
    public bool Contains(ComponentFunction function, int index) => index < MostInstructions && function switch
    {
        ComponentFunction.Predict => (Predict >> index & 1) != 0,
        ComponentFunction.Learn => (Learn >> index & 1) != 0,
        _ => false,
    };

    /// <summary>Those of a program; none when there are guards.</summary>
    /// <param name="code">The program.</param>
    /// <param name="multiClass">Whether <c>v1</c> is the one-hot label and the prediction a vector.</param>
    public static LoopInvariants Find(EffectiveCode code, bool multiClass)
    {
        if (code.HasGuards) return default;
        Span<byte> writers = stackalloc byte[Cells];
        Span<short> firstRead = stackalloc short[Cells];
        writers.Clear();
        firstRead.Fill(short.MaxValue);
        SetByTask(writers, multiClass);
        var predict = code[ComponentFunction.Predict];
        var learn = code[ComponentFunction.Learn];
        Count(predict, 0, writers, firstRead);
        Count(learn, predict.Length, writers, firstRead);
        var ofPredict = Find(predict, 0, writers, firstRead);
        return new LoopInvariants(ofPredict, Find(learn, predict.Length, writers, firstRead));
    }

    /// <summary>Features and labels change from step to step, and predictions are normalized where they are.</summary>
    private static void SetByTask(Span<byte> writers, bool multiClass)
    {
        writers[Cell(OperandType.Scalar, 0)] = Varying;
        writers[Cell(OperandType.Vector, 0)] = Varying;
        writers[multiClass ? Cell(OperandType.Vector, 1) : Cell(OperandType.Scalar, 1)] = Varying;
        if (multiClass) writers[Cell(OperandType.Vector, 2)] = Varying;
    }

    private static void Count(ReadOnlySpan<Instruction> instructions, int before, Span<byte> writers, Span<short> firstRead)
    {
        for (var i = 0; i < instructions.Length; i++)
        {
            ref readonly var instruction = ref instructions[i];
            var info = instruction.Op.Info();
            Read(info.Input1, instruction.Input1, before + i, firstRead);
            Read(info.Input2, instruction.Input2, before + i, firstRead);
            if (info.Output == OperandType.None) continue;
            ref var count = ref writers[Cell(info.Output, instruction.Output)];
            count = Math.Min(Varying, (byte)(count + 1));
        }
    }

    private static void Read(OperandType type, byte address, int at, Span<short> firstRead)
    {
        if (type == OperandType.None) return;
        ref var first = ref firstRead[Cell(type, address)];
        first = Math.Min(first, (short)Math.Min(at, short.MaxValue));
    }

    /// <summary>Instructions that were found before leave their cells without writers.</summary>
    private static ulong Find(ReadOnlySpan<Instruction> instructions, int before, Span<byte> writers, Span<short> firstRead)
    {
        var found = 0UL;
        for (var i = 0; i < Math.Min(instructions.Length, MostInstructions); i++)
        {
            ref readonly var instruction = ref instructions[i];
            var info = instruction.Op.Info();
            if (info.IsRandom || info.Output == OperandType.None) continue;
            var output = Cell(info.Output, instruction.Output);
            if (writers[output] != 1 || firstRead[output] <= before + i) continue;
            if (Varies(info.Input1, instruction.Input1, writers) || Varies(info.Input2, instruction.Input2, writers)) continue;
            writers[output] = 0;
            found |= 1UL << i;
        }

        return found;
    }

    private static bool Varies(OperandType type, byte address, Span<byte> writers) => type != OperandType.None && writers[Cell(type, address)] != 0;

    private static int Cell(OperandType type, int address) => (((int)type - (int)OperandType.Scalar) * 256) + address;
}
