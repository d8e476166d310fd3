using System.Numerics;
using System.Runtime.InteropServices;
using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Execution.Streams;

/// <summary>
/// Encodes a program as three streams: <c>Setup</c>; a training step, which is <c>Predict</c>, the check of the error, <c>Learn</c>; and a validation
/// step, which is <c>Predict</c> and the error. Reused from program to program.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="layout">The layout of memory.</param>
internal sealed class StreamEncoder<T>(MemoryLayout<T> layout)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int NoCell = -1;

    private readonly List<StreamInstruction> stream = [];
    private readonly List<T> constants = [];
    private int vectors;
    private int lastScalar;
    private int lastVector;

    /// <summary>The instructions of all streams.</summary>
    public ReadOnlySpan<StreamInstruction> Instructions => CollectionsMarshal.AsSpan(stream);

    /// <summary>The constants that the instructions name.</summary>
    public ReadOnlySpan<T> Constants => CollectionsMarshal.AsSpan(constants);

    /// <summary>How a program is set up.</summary>
    public StreamStart Setup { get; private set; }

    /// <summary>A training step.</summary>
    public StreamStart Train { get; private set; }

    /// <summary>A validation step.</summary>
    public StreamStart Validate { get; private set; }

    /// <summary>Whether some instruction has a kernel only.</summary>
    public bool NeedsKernels { get; private set; }

    /// <summary>Encodes a program.</summary>
    public void Encode(EffectiveCode code)
    {
        vectors = code.Memory.Scalars * layout.Lanes;
        stream.Clear();
        constants.Clear();
        NeedsKernels = false;
        var predict = code[ComponentFunction.Predict];
        var learn = code[ComponentFunction.Learn];
        Setup = Start([], []);
        Add(ComponentFunction.Setup, code[ComponentFunction.Setup]);
        stream.Add(new StreamInstruction(StreamOp.EndStep));
        Train = Start(predict, learn);
        Add(ComponentFunction.Predict, predict);
        AddError(StreamOp.CheckM, StreamOp.CheckA);
        if (ReadsLabel(learn)) stream.Add(new StreamInstruction(StreamOp.LoadLabel));
        Add(ComponentFunction.Learn, learn);
        stream.Add(new StreamInstruction(StreamOp.EndStep));
        Validate = Start([], predict);
        Add(ComponentFunction.Predict, predict);
        AddError(StreamOp.RecordM, StreamOp.RecordA);
        stream.Add(new StreamInstruction(StreamOp.EndStep));
    }

    /// <summary>A step starts with what the accumulators hold at the end of the one before.</summary>
    private StreamStart Start(ReadOnlySpan<Instruction> first, ReadOnlySpan<Instruction> second)
    {
        (lastScalar, lastVector) = (NoCell, NoCell);
        if (FindLast(second)) FindLast(first);
        return new StreamStart(stream.Count, Math.Max(lastScalar, 0), lastVector == NoCell ? vectors : lastVector);
    }

    /// <summary>Goes backwards to what the accumulators hold at the end, unless they are lost to a kernel before.</summary>
    /// <returns>Whether to go on in what runs before.</returns>
    private bool FindLast(ReadOnlySpan<Instruction> instructions)
    {
        for (var i = instructions.Length - 1; i >= 0; i--)
        {
            if (lastScalar != NoCell && lastVector != NoCell) return false;
            ref readonly var instruction = ref instructions[i];
            if (!IsEncoded(instruction)) return false;
            if (instruction.Op.Info().Output == OperandType.Scalar) SetIfUnknown(ref lastScalar, Scalar(instruction.Output));
            else SetIfUnknown(ref lastVector, Vector(instruction.Output));
        }

        return true;
    }

    private static void SetIfUnknown(ref int last, int cell)
    {
        if (last == NoCell) last = cell;
    }

    /// <summary>What adds, subtracts or multiplies the features and themselves has a kernel only.</summary>
    private static bool IsEncoded(in Instruction instruction) => instruction.Op switch
    {
        Op.ScalarConstant or Op.ScalarAdd or Op.ScalarSubtract or Op.ScalarMultiply or Op.VectorDot or Op.VectorScale => true,
        Op.VectorAdd or Op.VectorSubtract or Op.VectorMultiply => (instruction.Input1 | instruction.Input2) != 0,
        _ => false,
    };

    private static bool ReadsLabel(ReadOnlySpan<Instruction> learn)
    {
        foreach (ref readonly var instruction in learn)
        {
            var info = instruction.Op.Info();
            if (info.Input1 == OperandType.Scalar && instruction.Input1 == 0) return true;
            if (info.Input2 == OperandType.Scalar && instruction.Input2 == 0) return true;
        }

        return false;
    }

    private void AddError(StreamOp memory, StreamOp accumulator)
    {
        var prediction = Scalar(1);
        stream.Add(new StreamInstruction(lastScalar == prediction ? accumulator : memory, A: prediction));
    }

    private void Add(ComponentFunction function, ReadOnlySpan<Instruction> instructions)
    {
        for (var i = 0; i < instructions.Length; i++)
        {
            if (IsEncoded(instructions[i])) Add(instructions[i]);
            else AddKernel(function, i);
        }
    }

    private void AddKernel(ComponentFunction function, int index)
    {
        stream.Add(new StreamInstruction(StreamOp.Kernel, A: (int)function, B: index));
        (lastScalar, lastVector) = (NoCell, NoCell);
        NeedsKernels = true;
    }

    private void Add(in Instruction instruction)
    {
        switch (instruction.Op)
        {
            case Op.ScalarConstant: AddConstant(instruction); break;
            case Op.ScalarAdd: AddScalars(instruction, StreamOp.AddMM, StreamOp.AddAM, StreamOp.AddAM); break;
            case Op.ScalarSubtract: AddScalars(instruction, StreamOp.SubtractMM, StreamOp.SubtractAM, StreamOp.SubtractMA); break;
            case Op.ScalarMultiply: AddScalars(instruction, StreamOp.MultiplyMM, StreamOp.MultiplyAM, StreamOp.MultiplyAM); break;
            case Op.VectorDot: AddDot(instruction); break;
            case Op.VectorScale: AddScale(instruction); break;
            case Op.VectorAdd: AddVectors(instruction, StreamOp.VectorAddMM, StreamOp.VectorAddAM, StreamOp.VectorAddAM); break;
            case Op.VectorSubtract: AddVectors(instruction, StreamOp.VectorSubtractMM, StreamOp.VectorSubtractAM, StreamOp.VectorSubtractMA); break;
            default: AddVectors(instruction, StreamOp.VectorMultiplyMM, StreamOp.VectorMultiplyAM, StreamOp.VectorMultiplyAM); break;
        }
    }

    private void AddConstant(in Instruction instruction)
    {
        constants.Add(T.CreateTruncating(instruction.Constant1));
        stream.Add(new StreamInstruction(StreamOp.Constant, lastScalar = Scalar(instruction.Output), constants.Count - 1));
    }

    private void AddScalars(in Instruction instruction, StreamOp memories, StreamOp first, StreamOp second)
    {
        var (a, b) = (Scalar(instruction.Input1), Scalar(instruction.Input2));
        AddPair(Scalar(instruction.Output), a, b, lastScalar, memories, first, second);
        lastScalar = Scalar(instruction.Output);
    }

    private void AddVectors(in Instruction instruction, StreamOp memories, StreamOp first, StreamOp second)
    {
        var (a, b) = (Vector(instruction.Input1), Vector(instruction.Input2));
        if (a == vectors || b == vectors)
        {
            stream.Add(new StreamInstruction(StreamOp.LoadFeatures));
            lastVector = vectors;
        }

        AddPair(Vector(instruction.Output), a, b, lastVector, memories, first, second);
        lastVector = Vector(instruction.Output);
    }

    /// <summary>When the second operand is in the accumulator and the two can be exchanged, they are.</summary>
    private void AddPair(int output, int a, int b, int last, StreamOp memories, StreamOp first, StreamOp second)
    {
        if (a == last) stream.Add(new StreamInstruction(first, output, a, b));
        else if (b != last) stream.Add(new StreamInstruction(memories, output, a, b));
        else if (first == second) stream.Add(new StreamInstruction(first, output, b, a));
        else stream.Add(new StreamInstruction(second, output, a, b));
    }

    private void AddDot(in Instruction instruction)
    {
        var (output, a, b) = (Scalar(instruction.Output), Vector(instruction.Input1), Vector(instruction.Input2));
        var x = vectors;
        if (b == x || (a != x && b == lastVector)) (a, b) = (b, a);
        lastScalar = output;
        if (a == x && b == x) stream.Add(new StreamInstruction(StreamOp.DotXX, output));
        else if (a == x) stream.Add(new StreamInstruction(b == lastVector ? StreamOp.DotAX : StreamOp.DotMX, output, b));
        else stream.Add(new StreamInstruction(a == lastVector ? StreamOp.DotAM : StreamOp.DotMM, output, a, b));
    }

    private void AddScale(in Instruction instruction)
    {
        var (output, scalar, vector) = (Vector(instruction.Output), Scalar(instruction.Input1), Vector(instruction.Input2));
        var isLast = scalar == lastScalar;
        var op = vector == vectors ? (isLast ? StreamOp.ScaleAX : StreamOp.ScaleMX)
            : vector == lastVector ? (isLast ? StreamOp.ScaleAA : StreamOp.ScaleMA)
            : isLast ? StreamOp.ScaleAM : StreamOp.ScaleMM;
        lastVector = output;
        stream.Add(new StreamInstruction(op, output, scalar, vector));
    }

    private int Scalar(int address) => address * layout.Lanes;

    private int Vector(int address) => vectors + (address * (int)layout.VectorSize);
}
