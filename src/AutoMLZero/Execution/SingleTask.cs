using System.Numerics;
using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>A program and its memory on one task, with the bits that an evaluation has.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed unsafe class SingleTask<T> : ISingleTask
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TaskKind kind;
    private readonly int classes;
    private readonly MemoryLayout<T> layout;
    private readonly Machine<T> machine;
    private readonly NativeBuffer features;
    private readonly NativeBuffer oneHot;
    private readonly NativeBuffer label;
    private readonly NativeBuffer normalized;
    private readonly T* prediction;

    /// <summary>Runs <c>Setup</c>.</summary>
    public SingleTask(Program program, TaskKind kind, int dimension, int classes, ulong seed)
    {
        (this.kind, this.classes) = (kind, classes);
        layout = new MemoryLayout<T>(dimension, 1);
        machine = new Machine<T>(layout, [seed], IsMultiClass);
        features = Reserve(OperandType.Vector);
        oneHot = Reserve(OperandType.Vector);
        label = Reserve(OperandType.Scalar);
        normalized = Reserve(OperandType.Vector);
        machine.Load(new Canonicalizer().Analyze(program, IsMultiClass));
        prediction = IsMultiClass ? machine.Cell(OperandType.Vector, 2) : machine.Cell(OperandType.Scalar, 1);
        machine.Run(ComponentFunction.Setup, default, 0);
    }

    private bool IsMultiClass => kind == TaskKind.MultiClass;

    private Inputs<T> Inputs => new((T*)features.Pointer, (T*)label.Pointer, (T*)oneHot.Pointer);

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<double> row, long step)
    {
        var target = (T*)features.Pointer;
        for (var i = 0; i < row.Length; i++) target[i * layout.ElementStride] = T.CreateTruncating(row[i]);
        machine.Run(ComponentFunction.Predict, Inputs, step);
    }

    /// <inheritdoc/>
    public double Learn(double target, long step)
    {
        Normalize(prediction);
        *(T*)label.Pointer = T.CreateTruncating(target);
        if (IsMultiClass) SetOneHot((int)target);
        var error = IsMultiClass ? T.One - prediction[(int)target * layout.ElementStride] : T.Abs(*(T*)label.Pointer - *prediction);
        machine.Run(ComponentFunction.Learn, Inputs, step);
        return double.CreateTruncating(error);
    }

    /// <inheritdoc/>
    public double[] Scores()
    {
        var target = (T*)normalized.Pointer;
        for (nint i = 0; i < (IsMultiClass ? layout.VectorSize : 1); i++) target[i] = prediction[i];
        Normalize(target);
        var scores = new double[IsMultiClass ? classes : 1];
        for (var i = 0; i < scores.Length; i++) scores[i] = double.CreateTruncating(target[i * layout.ElementStride]);
        return scores;
    }

    /// <inheritdoc/>
    public double[] Memory(OperandType type, int address)
    {
        var cell = machine.Cell(type, address);
        var dimension = layout.Dimension;
        var result = new double[type switch { OperandType.Scalar => 1, OperandType.Vector => dimension, _ => dimension * dimension }];
        for (var i = 0; i < result.Length; i++)
            result[i] = double.CreateTruncating(cell[type == OperandType.Matrix ? layout.OffsetOf(i / dimension, i % dimension) : i * layout.ElementStride]);
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        machine.Dispose();
        foreach (var buffer in (ReadOnlySpan<NativeBuffer>)[features, oneHot, label, normalized]) buffer.Dispose();
    }

    private NativeBuffer Reserve(OperandType type) => new((nuint)(layout.Size(type) * sizeof(T)));

    private void Normalize(T* cell)
    {
        if (kind == TaskKind.Binary) Normalization<T>.Logistic(cell, cell, 1);
        else if (IsMultiClass) Normalization<T>.Softmax(cell, cell, layout, classes, 1);
    }

    private void SetOneHot(int target)
    {
        var cell = (T*)oneHot.Pointer;
        for (var c = 0; c < layout.Dimension; c++) cell[c * layout.ElementStride] = c == target ? T.One : T.Zero;
    }
}
