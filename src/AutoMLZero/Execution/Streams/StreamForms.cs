using System.Runtime.CompilerServices;
using AutoMLZero.Language;
using static AutoMLZero.Execution.Streams.StreamOp;

namespace AutoMLZero.Execution.Streams;

/// <summary>What encoding asks of an operation: the types of its operands, and which <see cref="StreamOp"/> does it, by where they are.</summary>
internal unsafe struct StreamForms
{
    /// <summary>Where an operand is: in memory, in the accumulator of its type, or in the features of the example.</summary>
    public const int Memory = 0, Accumulator = 1, Features = 2;

    /// <summary>The types of the operands.</summary>
    public OperandType Output, Input1, Input2;

    private const int Count = 16;
    private static readonly StreamForms[] Table = Create();

    private fixed byte forms[Count];

    /// <summary>Those of all operations, which stay where they are.</summary>
    public static StreamForms* All => (StreamForms*)Unsafe.AsPointer(ref Table[0]);

    /// <summary>What does the operation; <see cref="Kernel"/> if it has a kernel only.</summary>
    /// <param name="first">Where the first operand is; in memory when there is none.</param>
    /// <param name="second">Where the second operand is.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly StreamOp At(int first, int second) => (StreamOp)forms[Place(first, second)];

    private static int Place(int first, int second) => (first * 4) + second;

    private static StreamForms[] Create()
    {
        var table = GC.AllocateArray<StreamForms>(Ops.Table.Length, pinned: true);
        foreach (var info in Ops.Table)
        {
            ref var row = ref table[(int)info.Op];
            (row.Output, row.Input1, row.Input2) = (info.Output, info.Input1, info.Input2);
            var forms = Of(info.Op);
            for (var i = 0; i < Count; i++) row.forms[i] = (byte)forms[i];
        }

        return table;
    }

    private static StreamOp[] Of(Op op) => op switch
    {
        Op.ScalarConstant => Same(Constant),
        Op.ScalarAdd => Scalars(AddMM, AddAM, AddAM, AddAA),
        Op.ScalarSubtract => Scalars(SubtractMM, SubtractAM, SubtractMA, SubtractAA),
        Op.ScalarMultiply => Scalars(MultiplyMM, MultiplyAM, MultiplyAM, MultiplyAA),
        Op.VectorDot => Vectors(Scalars(DotMM, DotAM, DotAM, DotAA), DotMX, DotAX, DotMX, DotAX, DotXX),
        Op.VectorScale => Vectors(Scalars(ScaleMM, ScaleAM, ScaleMA, ScaleAA), ScaleMX, ScaleAX, Kernel, Kernel, Kernel),
        Op.VectorAdd => Vectors(
            Scalars(VectorAddMM, VectorAddAM, VectorAddAM, VectorAddAA), VectorAddMX, VectorAddAX, VectorAddMX, VectorAddAX, LoadFeatures),
        Op.VectorSubtract => Loading(Scalars(VectorSubtractMM, VectorSubtractAM, VectorSubtractMA, VectorSubtractAA)),
        Op.VectorMultiply => Loading(Scalars(VectorMultiplyMM, VectorMultiplyAM, VectorMultiplyAM, VectorMultiplyAA)),
        _ => Same(Kernel),
    };

    private static StreamOp[] Same(StreamOp form)
    {
        var forms = new StreamOp[Count];
        Array.Fill(forms, form);
        return forms;
    }

    private static StreamOp[] Scalars(StreamOp inMemory, StreamOp first, StreamOp second, StreamOp both)
    {
        var forms = Same(Kernel);
        forms[Place(Memory, Memory)] = inMemory;
        forms[Place(Accumulator, Memory)] = first;
        forms[Place(Memory, Accumulator)] = second;
        forms[Place(Accumulator, Accumulator)] = both;
        return forms;
    }

    private static StreamOp[] Vectors(
        StreamOp[] forms, StreamOp memoryFeatures, StreamOp accumulatorFeatures, StreamOp featuresMemory, StreamOp featuresAccumulator, StreamOp features)
    {
        forms[Place(Memory, Features)] = memoryFeatures;
        forms[Place(Accumulator, Features)] = accumulatorFeatures;
        forms[Place(Features, Memory)] = featuresMemory;
        forms[Place(Features, Accumulator)] = featuresAccumulator;
        forms[Place(Features, Features)] = features;
        return forms;
    }

    /// <summary>Features are taken into the accumulator first.</summary>
    private static StreamOp[] Loading(StreamOp[] forms) => Vectors(forms, LoadFeatures, LoadFeatures, LoadFeatures, LoadFeatures, LoadFeatures);
}
