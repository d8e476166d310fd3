using System.Numerics;
using AutoMLZero.Language;

namespace AutoMLZero.Execution.Streams;

/// <summary>Encodes a training step: <c>Predict</c>, the check of the error, <c>Learn</c>. Reused from program to program.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed unsafe class StreamEncoder<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int NoCell = -1;

    private readonly List<StreamInstruction> stream = [];
    private readonly List<T> constants = [];
    private T* memory;
    private T* features;
    private int lastScalar;
    private int lastVector;

    /// <summary>The instructions of a step.</summary>
    public List<StreamInstruction> Stream => stream;

    /// <summary>The constants that the instructions name.</summary>
    public List<T> Constants => constants;

    /// <summary>The cells whose values the accumulators must hold at the start of a step; the first cells when it does not matter.</summary>
    public (int Scalar, int Vector) Last { get; private set; }

    /// <summary>Encodes the step of a loaded program.</summary>
    public void Encode(Machine<T> machine)
    {
        memory = machine.Cell(OperandType.Scalar, 0);
        features = machine.Cell(OperandType.Vector, 0);
        (lastScalar, lastVector) = (NoCell, NoCell);
        Pass(machine);
        var (scalar, vector) = (lastScalar, lastVector);
        Pass(machine);
        Last = (Math.Max(scalar, 0), vector == NoCell ? Offset(features) : vector);
    }

    /// <summary>A step starts with what the accumulators hold at the end of the one before: the second pass knows.</summary>
    private void Pass(Machine<T> machine)
    {
        stream.Clear();
        constants.Clear();
        Add(ComponentFunction.Predict, machine.Function(ComponentFunction.Predict));
        var prediction = Offset(machine.Cell(OperandType.Scalar, 1));
        stream.Add(new StreamInstruction(lastScalar == prediction ? StreamOp.CheckA : StreamOp.CheckM, A: prediction));
        var learn = machine.Function(ComponentFunction.Learn);
        if (ReadsLabel(learn)) stream.Add(new StreamInstruction(StreamOp.LoadLabel));
        Add(ComponentFunction.Learn, learn);
        stream.Add(new StreamInstruction(StreamOp.EndStep));
    }

    private bool ReadsLabel(LoweredFunction<T> learn)
    {
        for (var i = 0; i < learn.Count; i++)
        {
            if (learn.Instructions[i].Input1 == memory || learn.Instructions[i].Input2 == memory) return true;
        }

        return false;
    }

    private void Add(ComponentFunction function, LoweredFunction<T> lowered)
    {
        for (var i = 0; i < lowered.Count; i++)
        {
            var instruction = lowered.Instructions + i;
            if (Encoded(*instruction) is { } encoded) stream.Add(encoded);
            else AddKernel(function, i);
        }
    }

    private void AddKernel(ComponentFunction function, int index)
    {
        stream.Add(new StreamInstruction(StreamOp.Kernel, A: (int)function, B: index));
        (lastScalar, lastVector) = (NoCell, NoCell);
    }

    private StreamInstruction? Encoded(in LoweredInstruction<T> lowered) => lowered.Op switch
    {
        Op.ScalarConstant => Constant(lowered),
        Op.ScalarAdd => Scalars(lowered, StreamOp.AddMM, StreamOp.AddAM, null),
        Op.ScalarSubtract => Scalars(lowered, StreamOp.SubtractMM, StreamOp.SubtractAM, StreamOp.SubtractMA),
        Op.ScalarMultiply => Scalars(lowered, StreamOp.MultiplyMM, StreamOp.MultiplyAM, null),
        Op.VectorDot => Dot(lowered),
        Op.VectorScale => Scale(lowered),
        Op.VectorAdd => Vectors(lowered, StreamOp.VectorAddMM, StreamOp.VectorAddAM, null),
        Op.VectorSubtract => Vectors(lowered, StreamOp.VectorSubtractMM, StreamOp.VectorSubtractAM, StreamOp.VectorSubtractMA),
        Op.VectorMultiply => Vectors(lowered, StreamOp.VectorMultiplyMM, StreamOp.VectorMultiplyAM, null),
        _ => null,
    };

    private StreamInstruction Constant(in LoweredInstruction<T> lowered)
    {
        constants.Add(T.CreateTruncating(lowered.Constant1));
        lastScalar = Offset(lowered.Output);
        return new StreamInstruction(StreamOp.Constant, lastScalar, constants.Count - 1);
    }

    private StreamInstruction Scalars(in LoweredInstruction<T> lowered, StreamOp memories, StreamOp first, StreamOp? second)
    {
        var encoded = Pair(lowered, lastScalar, memories, first, second);
        lastScalar = encoded.Output;
        return encoded;
    }

    private StreamInstruction? Vectors(in LoweredInstruction<T> lowered, StreamOp memories, StreamOp first, StreamOp? second)
    {
        if (lowered.Input1 == features || lowered.Input2 == features) return null;
        var encoded = Pair(lowered, lastVector, memories, first, second);
        lastVector = encoded.Output;
        return encoded;
    }

    /// <summary>Without an operation of its own for the second operand the two can be exchanged.</summary>
    private StreamInstruction Pair(in LoweredInstruction<T> lowered, int last, StreamOp memories, StreamOp first, StreamOp? second)
    {
        var (output, a, b) = (Offset(lowered.Output), Offset(lowered.Input1), Offset(lowered.Input2));
        if (a == last) return new StreamInstruction(first, output, a, b);
        if (b != last) return new StreamInstruction(memories, output, a, b);
        return second is { } op ? new StreamInstruction(op, output, a, b) : new StreamInstruction(first, output, b, a);
    }

    private StreamInstruction Dot(in LoweredInstruction<T> lowered)
    {
        var (output, a, b) = (Offset(lowered.Output), Offset(lowered.Input1), Offset(lowered.Input2));
        var x = Offset(features);
        if (b == x || (a != x && b == lastVector)) (a, b) = (b, a);
        lastScalar = output;
        if (a == x && b == x) return new StreamInstruction(StreamOp.DotXX, output);
        if (a == x) return new StreamInstruction(b == lastVector ? StreamOp.DotAX : StreamOp.DotMX, output, b);
        return new StreamInstruction(a == lastVector ? StreamOp.DotAM : StreamOp.DotMM, output, a, b);
    }

    private StreamInstruction Scale(in LoweredInstruction<T> lowered)
    {
        var (output, scalar, vector) = (Offset(lowered.Output), Offset(lowered.Input1), Offset(lowered.Input2));
        var isLast = scalar == lastScalar;
        var op = lowered.Input2 == features ? (isLast ? StreamOp.ScaleAX : StreamOp.ScaleMX)
            : vector == lastVector ? (isLast ? StreamOp.ScaleAA : StreamOp.ScaleMA)
            : isLast ? StreamOp.ScaleAM : StreamOp.ScaleMM;
        lastVector = output;
        return new StreamInstruction(op, output, scalar, vector);
    }

    private int Offset(T* cell) => (int)(cell - memory);
}
