using System.Numerics;
using System.Runtime.CompilerServices;
using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Execution.Streams;

/// <summary>
/// Encodes a program as three streams: <c>Setup</c>; a training step, which is <c>Predict</c>, the check of the error, <c>Learn</c>; and a validation
/// step, which is <c>Predict</c> and the error. Reused from program to program.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="layout">The layout of memory.</param>
/// <param name="machine">The memory.</param>
internal sealed unsafe class StreamEncoder<T>(MemoryLayout<T> layout, Machine<T> machine) : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int None = -1;
    private const int Label = 0;
    private const int Prediction = 1;
    private const int Features = 0;
    private const int FirstVector = MemoryShape.MaxAddresses;

    private readonly StreamCode<T> code = new();
    private readonly NativeBuffer nothing = new((nuint)(layout.VectorSize * sizeof(T)));
    private readonly bool[] isRead = new bool[FirstVector + MemoryShape.MaxAddresses];
    private T* scalars;
    private T* vectors;
    private int lastScalar;
    private int lastVector;

    /// <summary>The instructions of all streams.</summary>
    public ReadOnlySpan<StreamInstruction<T>> Instructions => new(code.Instructions, code.Count);

    /// <summary>How a program is set up.</summary>
    public StreamStart<T> Setup { get; private set; }

    /// <summary>A training step.</summary>
    public StreamStart<T> Train { get; private set; }

    /// <summary>A validation step.</summary>
    public StreamStart<T> Validate { get; private set; }

    /// <summary>Whether some instruction has a kernel only.</summary>
    public bool NeedsKernels { get; private set; }

    /// <summary>Encodes a program for which the machine has room.</summary>
    public void Encode(EffectiveCode program)
    {
        var setup = program[ComponentFunction.Setup];
        var predict = program[ComponentFunction.Predict];
        var learn = program[ComponentFunction.Learn];
        scalars = machine.Cell(OperandType.Scalar, 0);
        vectors = machine.Cell(OperandType.Vector, 0);
        code.Start(2 * (setup.Length + (2 * predict.Length) + learn.Length + 3));
        NeedsKernels = false;
        Setup = Start();
        Add(program, ComponentFunction.Setup, setup);
        code.Add(StreamOp.EndStep, None);
        Array.Clear(isRead);
        FindLast(predict, learn);
        var train = (lastScalar, lastVector);
        Train = Start(lastScalar, lastVector);
        Add(program, ComponentFunction.Predict, predict);
        AddError(StreamOp.CheckM, StreamOp.CheckA, ReadsLabel(learn) ? Scalar(Label) : null);
        Add(program, ComponentFunction.Learn, learn);
        code.Add(StreamOp.EndStep, None);
        Validate = Start();
        Add(program, ComponentFunction.Predict, predict);
        AddError(StreamOp.RecordM, StreamOp.RecordA, null);
        code.Add(StreamOp.EndStep, None);
        code.DropStores(Train.First, Validate.First, isRead);
        if (train.lastScalar != None) isRead[train.lastScalar] = true;
        if (train.lastVector != None) isRead[FirstVector + train.lastVector] = true;
        code.DropStores(Validate.First, code.End, isRead);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        code.Dispose();
        nothing.Dispose();
    }

    /// <summary>A step starts with what the accumulators hold at the end of the one before.</summary>
    private StreamStart<T> Start(int scalar = None, int vector = None)
    {
        (lastScalar, lastVector) = (scalar, vector);
        return new StreamStart<T>
        {
            First = code.End,
            Scalar = scalar == None ? (T*)nothing.Pointer : Scalar(scalar),
            Vector = vector == None ? (T*)nothing.Pointer : Vector(vector),
        };
    }

    /// <summary>Goes backwards to what the accumulators hold at the end of a training step, unless they are lost to a kernel before.</summary>
    private void FindLast(ReadOnlySpan<Instruction> predict, ReadOnlySpan<Instruction> learn)
    {
        (lastScalar, lastVector) = (None, None);
        if (!FindLast(learn)) return;
        if (lastScalar == None) lastScalar = Prediction;
        FindLast(predict);
    }

    /// <returns>Whether to go on in what runs before.</returns>
    private bool FindLast(ReadOnlySpan<Instruction> instructions)
    {
        for (var i = instructions.Length - 1; i >= 0; i--)
        {
            if (lastScalar != None && lastVector != None) return false;
            ref readonly var instruction = ref instructions[i];
            if (!IsEncoded(instruction)) return false;
            ref var last = ref OpSignature.Of(instruction.Op).Output == OperandType.Scalar ? ref lastScalar : ref lastVector;
            if (last == None) last = instruction.Output;
        }

        return true;
    }

    /// <summary>What adds, subtracts or multiplies the features and themselves has a kernel only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsEncoded(in Instruction instruction) => instruction.Op switch
    {
        Op.ScalarConstant or Op.ScalarAdd or Op.ScalarSubtract or Op.ScalarMultiply or Op.VectorDot or Op.VectorScale => true,
        Op.VectorAdd or Op.VectorSubtract or Op.VectorMultiply => (instruction.Input1 | instruction.Input2) != Features,
        _ => false,
    };

    private static bool ReadsLabel(ReadOnlySpan<Instruction> learn)
    {
        foreach (ref readonly var instruction in learn)
        {
            ref readonly var types = ref OpSignature.Of(instruction.Op);
            if (types.Input1 == OperandType.Scalar && instruction.Input1 == Label) return true;
            if (types.Input2 == OperandType.Scalar && instruction.Input2 == Label) return true;
        }

        return false;
    }

    private void AddError(StreamOp memory, StreamOp accumulator, T* label)
    {
        if (lastScalar == Prediction) code.Add(accumulator, None, label);
        else code.Add(memory, None, label, ReadScalar(Prediction));
        lastScalar = Prediction;
    }

    private void Add(EffectiveCode program, ComponentFunction function, ReadOnlySpan<Instruction> instructions)
    {
        for (var i = 0; i < instructions.Length; i++)
        {
            ref readonly var instruction = ref instructions[i];
            switch (instruction.Op)
            {
                case Op.ScalarConstant: AddConstant(instruction); break;
                case Op.ScalarAdd: AddScalars(instruction, StreamOp.AddMM, StreamOp.AddAM, StreamOp.AddAM); break;
                case Op.ScalarSubtract: AddScalars(instruction, StreamOp.SubtractMM, StreamOp.SubtractAM, StreamOp.SubtractMA); break;
                case Op.ScalarMultiply: AddScalars(instruction, StreamOp.MultiplyMM, StreamOp.MultiplyAM, StreamOp.MultiplyAM); break;
                case Op.VectorDot: AddDot(instruction); break;
                case Op.VectorScale when ScaledSum.Find(program, instructions, i) is { IsFound: true } sum && CanAdd(sum):
                    AddScaled(sum);
                    i++;
                    break;
                case Op.VectorScale: AddScale(instruction); break;
                case Op.VectorAdd when IsEncoded(instruction): AddVectors(instruction, StreamOp.VectorAddMM, StreamOp.VectorAddAM, StreamOp.VectorAddAM); break;
                case Op.VectorSubtract when IsEncoded(instruction): AddVectors(instruction, StreamOp.VectorSubtractMM, StreamOp.VectorSubtractAM, StreamOp.VectorSubtractMA); break;
                case Op.VectorMultiply when IsEncoded(instruction): AddVectors(instruction, StreamOp.VectorMultiplyMM, StreamOp.VectorMultiplyAM, StreamOp.VectorMultiplyAM); break;
                default: AddKernel(instruction, function, i); break;
            }
        }
    }

    private void AddKernel(in Instruction instruction, ComponentFunction function, int index)
    {
        ref readonly var types = ref OpSignature.Of(instruction.Op);
        Read(types.Input1, instruction.Input1);
        Read(types.Input2, instruction.Input2);
        if (types.Keeps) Read(types.Output, instruction.Output);
        code.Add(StreamOp.Kernel, None, a: (T*)(nint)(int)function, b: (T*)(nint)index);
        (lastScalar, lastVector) = (None, None);
        NeedsKernels = true;
    }

    private void Read(OperandType type, int address)
    {
        if (type == OperandType.Scalar) isRead[address] = true;
        if (type == OperandType.Vector) isRead[FirstVector + address] = true;
    }

    private void AddConstant(in Instruction instruction) =>
        AddToScalar(StreamOp.Constant, instruction.Output, code.Constant(T.CreateTruncating(instruction.Constant1)));

    private void AddScalars(in Instruction instruction, StreamOp memories, StreamOp first, StreamOp second)
    {
        int a = instruction.Input1, b = instruction.Input2;
        if (a == lastScalar) AddToScalar(first, instruction.Output, null, ReadScalar(b));
        else if (b != lastScalar) AddToScalar(memories, instruction.Output, ReadScalar(a), ReadScalar(b));
        else if (first == second) AddToScalar(first, instruction.Output, null, ReadScalar(a));
        else AddToScalar(second, instruction.Output, ReadScalar(a));
    }

    private void AddDot(in Instruction instruction)
    {
        int a = instruction.Input1, b = instruction.Input2;
        if (b == Features || (a != Features && b == lastVector)) (a, b) = (b, a);
        if (a == Features && b == Features) AddToScalar(StreamOp.DotXX, instruction.Output);
        else if (a == Features && b == lastVector) AddToScalar(StreamOp.DotAX, instruction.Output);
        else if (a == Features) AddToScalar(StreamOp.DotMX, instruction.Output, ReadVector(b));
        else if (a == lastVector) AddToScalar(StreamOp.DotAM, instruction.Output, null, ReadVector(b));
        else AddToScalar(StreamOp.DotMM, instruction.Output, ReadVector(a), ReadVector(b));
    }

    private void AddScale(in Instruction instruction)
    {
        int scalar = instruction.Input1, vector = instruction.Input2;
        var isLast = scalar == lastScalar;
        var a = isLast ? null : ReadScalar(scalar);
        if (vector == Features) AddToVector(isLast ? StreamOp.ScaleAX : StreamOp.ScaleMX, instruction.Output, a);
        else if (vector == lastVector) AddToVector(isLast ? StreamOp.ScaleAA : StreamOp.ScaleMA, instruction.Output, a);
        else AddToVector(isLast ? StreamOp.ScaleAM : StreamOp.ScaleMM, instruction.Output, a, ReadVector(vector));
    }

    private void AddVectors(in Instruction instruction, StreamOp memories, StreamOp first, StreamOp second)
    {
        int a = instruction.Input1, b = instruction.Input2;
        if (a == Features || b == Features)
        {
            code.Add(StreamOp.LoadFeatures, None);
            lastVector = Features;
        }

        if (a == lastVector) AddToVector(first, instruction.Output, null, ReadVector(b));
        else if (b != lastVector) AddToVector(memories, instruction.Output, ReadVector(a), ReadVector(b));
        else if (first == second) AddToVector(first, instruction.Output, null, ReadVector(a));
        else AddToVector(second, instruction.Output, ReadVector(a));
    }

    /// <summary>Whether scalar and other vector are in the accumulators.</summary>
    private bool CanAdd(in ScaledSum sum) => sum.Scalar == lastScalar && sum.Addend == lastVector && sum.Addend != Features;

    private void AddScaled(in ScaledSum sum)
    {
        if (sum.Vector == Features) AddToVector(StreamOp.AddScaledX, sum.Output);
        else AddToVector(StreamOp.AddScaledM, sum.Output, ReadVector(sum.Vector));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddToScalar(StreamOp op, int output, T* a = null, T* b = null)
    {
        code.Add(op, output, Scalar(output), a, b);
        lastScalar = output;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddToVector(StreamOp op, int output, T* a = null, T* b = null)
    {
        code.Add(op, FirstVector + output, Vector(output), a, b);
        lastVector = output;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T* ReadScalar(int address)
    {
        isRead[address] = true;
        return Scalar(address);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T* ReadVector(int address)
    {
        isRead[FirstVector + address] = true;
        return Vector(address);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T* Scalar(int address) => scalars + (address * (nint)layout.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T* Vector(int address) => vectors + (address * layout.VectorSize);
}
