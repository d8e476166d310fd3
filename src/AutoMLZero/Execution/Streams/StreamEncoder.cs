using System.Numerics;
using System.Runtime.CompilerServices;
using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Execution.Streams;

/// <summary>
/// Encodes a program as three streams: <c>Setup</c>; a training step, which is <c>Predict</c>, the check of the error, <c>Learn</c>; and a validation
/// step, which is <c>Predict</c> and the error. Reused from program to program. As every program is another, what it does follows from tables: a
/// branch would go the unexpected way half of the time.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="layout">The layout of memory.</param>
/// <param name="machine">The memory.</param>
/// <param name="isLast">Whether nothing comes after a validation, so that only what predictions need runs there.</param>
internal sealed unsafe class StreamEncoder<T>(MemoryLayout<T> layout, Machine<T> machine, bool isLast) : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const MethodImplOptions Optimized = MethodImplOptions.AggressiveOptimization;
    private const int None = StreamCells<T>.None;
    private const int Label = 0;
    private const int Prediction = 1;
    private const int Both = (1 << (int)OperandType.Scalar) | (1 << (int)OperandType.Vector);

    private readonly StreamForms* forms = StreamForms.All;
    private readonly StreamCode<T> code = new();
    private readonly StreamCells<T> cells = new(layout);

    /// <summary>The instructions of all streams.</summary>
    public ReadOnlySpan<StreamInstruction<T>> Instructions => new(code.Instructions, code.Count);

    /// <summary>How a program is set up: the first instruction, from which it goes on to training.</summary>
    public StreamInstruction<T>* Setup { get; private set; }

    /// <summary>A training step.</summary>
    public StreamStart<T> Train { get; private set; }

    /// <summary>A validation step.</summary>
    public StreamStart<T> Validate { get; private set; }

    /// <summary>Whether some instruction has a kernel only.</summary>
    public bool NeedsKernels { get; private set; }

    /// <summary>Whether validation changes memory.</summary>
    public bool ValidationWrites { get; private set; }

    /// <summary>Encodes a program for which the machine has room.</summary>
    [MethodImpl(Optimized), SkipLocalsInit]
    public void Encode(EffectiveCode program)
    {
        var setup = program[ComponentFunction.Setup];
        var predict = program[ComponentFunction.Predict];
        var learn = program[ComponentFunction.Learn];
        cells.Start(machine.Cell(OperandType.Scalar, 0), machine.Cell(OperandType.Vector, 0));
        code.Start(2 * (setup.Length + (2 * predict.Length) + learn.Length + 3));
        NeedsKernels = false;
        Setup = code.End;
        cells.SetLast(None, None);
        Add(program, ComponentFunction.Setup, setup);
        cells.ForgetReads();
        FindLast(predict, learn);
        var train = (Scalar: cells.Last(OperandType.Scalar), Vector: cells.Last(OperandType.Vector));
        var enter = code.End;
        code.Add(StreamOp.Enter, StreamCells<T>.NoCell);
        Train = Start(train.Scalar, train.Vector);
        enter->A = Train.Scalar;
        enter->B = Train.Vector;
        Add(program, ComponentFunction.Predict, predict);
        AddError(StreamOp.CheckM, StreamOp.CheckA, Label, cells.At(OperandType.Scalar, Label));
        Add(program, ComponentFunction.Learn, learn);
        code.Add(StreamOp.EndStep, StreamCells<T>.NoCell);
        Validate = Start();
        Span<Instruction> part = stackalloc Instruction[ValidationPart.MaxLength];
        Add(program, ComponentFunction.Predict, isLast && !NeedsKernels ? ValidationPart.Of(predict, part) : predict);
        AddError(StreamOp.RecordM, StreamOp.RecordA, StreamCells<T>.NoCell, null);
        if (code.End - Validate.First == 2 && Validate.First->Op == StreamOp.DotMX && code.End[-1].Op == StreamOp.RecordA) Validate.First->Op = StreamOp.RecordDots;
        code.DropStores(Train.First, Validate.First, cells.IsRead);
        if (train.Scalar != None) cells.Read(OperandType.Scalar, train.Scalar);
        if (train.Vector != None) cells.Read(OperandType.Vector, train.Vector);
        ValidationWrites = code.DropStores(Validate.First, code.End, cells.IsRead) | NeedsKernels;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        code.Dispose();
        cells.Dispose();
    }

    /// <summary>A step starts with what the accumulators hold at the end of the one before.</summary>
    private StreamStart<T> Start(int scalar = None, int vector = None)
    {
        cells.SetLast(scalar, vector);
        return new StreamStart<T>
        {
            First = code.End,
            Scalar = scalar == None ? cells.Nothing : cells.At(OperandType.Scalar, scalar),
            Vector = vector == None ? cells.Nothing : cells.At(OperandType.Vector, vector),
        };
    }

    /// <summary>Finds what the accumulators hold at the end of a training step: the check of the error holds the prediction.</summary>
    private void FindLast(ReadOnlySpan<Instruction> predict, ReadOnlySpan<Instruction> learn)
    {
        cells.SetLast(None, None);
        var needed = FindLast(learn, Both);
        if ((needed & 1 << (int)OperandType.Scalar) != 0) cells.SetLast(OperandType.Scalar, Prediction);
        FindLast(predict, needed & 1 << (int)OperandType.Vector);
    }

    /// <summary>Goes backwards until nothing is needed.</summary>
    /// <param name="instructions">The instructions.</param>
    /// <param name="needed">The types whose accumulators are not known, a bit for each.</param>
    /// <returns>The types that still are not.</returns>
    [MethodImpl(Optimized)]
    private int FindLast(ReadOnlySpan<Instruction> instructions, int needed)
    {
        for (var i = instructions.Length - 1; i >= 0 && needed != 0; i--)
        {
            ref readonly var instruction = ref instructions[i];
            var form = forms + (int)instruction.Op;
            if (form->At(StreamForms.Memory, StreamForms.Memory) == StreamOp.Kernel) return 0;
            var type = 1 << (int)form->Output & needed;
            if (type != 0) cells.SetLast(form->Output, instruction.Output);
            needed &= ~type;
        }

        return needed;
    }

    /// <summary>Adds what the prediction is good for. In training the label is written where something reads it.</summary>
    private void AddError(StreamOp memory, StreamOp accumulator, int labelCell, T* label)
    {
        if (cells.Last(OperandType.Scalar) == Prediction)
        {
            code.Add(accumulator, labelCell, label);
        }
        else
        {
            cells.Read(OperandType.Scalar, Prediction);
            code.Add(memory, labelCell, label, cells.At(OperandType.Scalar, Prediction));
            cells.SetLast(OperandType.Scalar, Prediction);
        }
    }

    [MethodImpl(Optimized)]
    private void Add(EffectiveCode program, ComponentFunction function, ReadOnlySpan<Instruction> instructions)
    {
        for (var i = 0; i < instructions.Length; i++)
        {
            ref readonly var instruction = ref instructions[i];
            var form = forms + (int)instruction.Op;
            var first = cells.Place(form->Input1, instruction.Input1);
            var second = cells.Place(form->Input2, instruction.Input2);
            var op = form->At(first, second);
            if (op <= StreamOp.LoadFeatures)
            {
                if (op == StreamOp.Kernel)
                {
                    AddKernel(instruction, function, i);
                    continue;
                }

                code.Add(StreamOp.LoadFeatures, StreamCells<T>.NoCell);
                (first, second) = (OfLoaded(first), OfLoaded(second));
                op = form->At(first, second);
            }
            else if (op is StreamOp.ScaleAA or StreamOp.ScaleAX && FindSum(program, instructions, i) is { IsFound: true } sum)
            {
                Add(op == StreamOp.ScaleAA ? StreamOp.AddScaledA : StreamOp.AddScaledX, OperandType.Vector, sum.Output, null);
                i++;
                continue;
            }

            cells.Read(form->Input1, instruction.Input1, first);
            cells.Read(form->Input2, instruction.Input2, second);
            var b = cells.At(form->Input2, instruction.Input2);
            var a = (T*)Choose(first == StreamForms.Memory, (nint)cells.At(form->Input1, instruction.Input1), (nint)b);
            var isConstant = op == StreamOp.Constant;
            var constant = code.Constant(T.CreateTruncating(instruction.Constant1), isConstant);
            Add(op, form->Output, instruction.Output, (T*)Choose(isConstant, (nint)constant, (nint)a), b);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(StreamOp op, OperandType type, int output, T* a, T* b = null)
    {
        code.Add(op, cells.Number(type, output), cells.At(type, output), a, b);
        cells.SetLast(type, output);
    }

    private void AddKernel(in Instruction instruction, ComponentFunction function, int index)
    {
        ref readonly var types = ref OpSignature.Of(instruction.Op);
        cells.Read(types.Input1, instruction.Input1);
        cells.Read(types.Input2, instruction.Input2);
        if (types.Keeps) cells.Read(types.Output, instruction.Output);
        code.Add(StreamOp.Kernel, StreamCells<T>.NoCell, a: (T*)(nint)(int)function, b: (T*)(nint)index);
        cells.SetLast(None, None);
        NeedsKernels = true;
    }

    /// <summary>Where an operand is after the features went into the accumulator.</summary>
    private static int OfLoaded(int place) => place == StreamForms.Features ? StreamForms.Accumulator : StreamForms.Memory;

    /// <summary>A sum of what the accumulators hold.</summary>
    private ScaledSum FindSum(EffectiveCode program, ReadOnlySpan<Instruction> instructions, int index)
    {
        if (index + 1 == instructions.Length) return default;
        ref readonly var next = ref instructions[index + 1];
        var addend = cells.Last(OperandType.Vector);
        if (next.Op != Op.VectorAdd || (next.Input1 != addend && next.Input2 != addend)) return default;
        var sum = ScaledSum.Find(program, instructions, index);
        return sum.Addend == addend ? sum : default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Choose(bool condition, nint first, nint second) => second ^ ((first ^ second) & -(nint)Unsafe.BitCast<bool, byte>(condition));
}
