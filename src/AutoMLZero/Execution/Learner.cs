using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>
/// A program at work on one task: it learns from examples one by one and predicts, by the protocol of the paper (AutoML-Zero, Figure 1), with the
/// bits that an evaluation has. Memory persists from example to example. Not safe for use by several threads at once.
/// </summary>
public sealed unsafe class Learner : IDisposable
{
    private readonly MemoryLayout<double> layout;
    private readonly Machine<double> machine;
    private readonly NativeBuffer features;
    private readonly NativeBuffer oneHot;
    private readonly NativeBuffer label;
    private readonly NativeBuffer normalized;
    private readonly double* prediction;
    private long step;

    /// <summary>Runs <c>Setup</c>.</summary>
    /// <param name="program">The program.</param>
    /// <param name="kind">What the task asks for.</param>
    /// <param name="dimension">Number of features F, at least 1.</param>
    /// <param name="classes">Number of classes C of a multi-class task, 2 to F; else 0.</param>
    /// <param name="seed">Decides what random operations draw: that of the task, for the same numbers as in an evaluation on it.</param>
    /// <exception cref="InputException">A number is out of its range, or the program writes <c>v1</c> and the task is multi-class.</exception>
    public Learner(Program program, TaskKind kind, int dimension, int classes = 0, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(program);
        Check(program, kind, dimension, classes);
        (Kind, Dimension, Classes) = (kind, dimension, classes);
        layout = new MemoryLayout<double>(dimension, 1);
        machine = new Machine<double>(layout, [seed], IsMultiClass);
        features = Reserve(OperandType.Vector);
        oneHot = Reserve(OperandType.Vector);
        label = Reserve(OperandType.Scalar);
        normalized = Reserve(OperandType.Vector);
        Effective = EffectiveProgram.Create(program, IsMultiClass);
        machine.Load(new Canonicalizer().Analyze(program, IsMultiClass));
        prediction = IsMultiClass ? machine.Cell(OperandType.Vector, 2) : machine.Cell(OperandType.Scalar, 1);
        machine.Run(ComponentFunction.Setup, default, step);
    }

    /// <summary>What the task asks for.</summary>
    public TaskKind Kind { get; }

    /// <summary>Number of features F.</summary>
    public int Dimension { get; }

    /// <summary>Number of classes C of a multi-class task, else 0.</summary>
    public int Classes { get; }

    /// <summary>What of the program matters; <see cref="Memory"/> has its addresses.</summary>
    public EffectiveProgram Effective { get; }

    private bool IsMultiClass => Kind == TaskKind.MultiClass;

    /// <summary>Learns from one example: <c>Predict</c>, normalization, <c>Learn</c>.</summary>
    /// <param name="row">F features.</param>
    /// <param name="target">The label: a number, or the index of a class.</param>
    /// <exception cref="ArgumentException">There are not F features, or the label is not a class.</exception>
    public void Learn(ReadOnlySpan<double> row, double target)
    {
        RunPredict(row);
        Normalize(prediction);
        *(double*)label.Pointer = target;
        if (IsMultiClass) SetOneHot(target);
        machine.Run(ComponentFunction.Learn, Inputs, step++);
    }

    /// <summary>Learns from all examples, in order, once.</summary>
    /// <param name="examples">The examples.</param>
    /// <exception cref="ArgumentException">The examples do not have F features, or a label is not a class.</exception>
    public void Learn(Examples examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        for (var example = 0; example < examples.Count; example++) Learn(examples.Row(example), examples.Labels.Span[example]);
    }

    /// <summary>Learns from a task as an evaluation does: all epochs, each in its order, with predictions of the validation examples after it.</summary>
    /// <param name="tasks">A task set.</param>
    /// <param name="index">Which of its tasks, from 0.</param>
    /// <exception cref="ArgumentException">The examples do not have F features, or a label is not a class.</exception>
    public void Learn(TaskSet tasks, int index)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var (orders, task) = (new EpochOrders(tasks), tasks.Tasks[index]);
        for (var epoch = 0; epoch < tasks.Epochs; epoch++)
        {
            foreach (var example in orders[epoch]) Learn(task.Train.Row(example), task.Train.Labels.Span[example]);
            for (var example = 0; example < task.Valid.Count; example++) PredictScores(task.Valid.Row(example));
        }
    }

    /// <summary>
    /// The prediction for one example: a number; the probability of class 1; or, with several classes, the most probable class, the lowest on a tie.
    /// </summary>
    /// <param name="row">F features.</param>
    /// <exception cref="ArgumentException">There are not F features.</exception>
    public double Predict(ReadOnlySpan<double> row)
    {
        var scores = PredictScores(row);
        if (!IsMultiClass) return scores[0];
        var best = 0;
        for (var c = 1; c < Classes; c++) best = scores[c] > scores[best] ? c : best;
        return best;
    }

    /// <summary>The normalized prediction for one example: one number, or the probability of each of C classes.</summary>
    /// <param name="row">F features.</param>
    /// <exception cref="ArgumentException">There are not F features.</exception>
    public double[] PredictScores(ReadOnlySpan<double> row)
    {
        RunPredict(row);
        step++;
        var target = (double*)normalized.Pointer;
        for (nint i = 0; i < (IsMultiClass ? layout.VectorSize : 1); i++) target[i] = prediction[i];
        Normalize(target);
        return [.. Enumerable.Range(0, IsMultiClass ? Classes : 1).Select(i => ((double*)normalized.Pointer)[i * layout.ElementStride])];
    }

    /// <summary>A copy of what memory holds: 1, F, or F x F numbers row by row.</summary>
    /// <param name="type">Scalar, vector or matrix.</param>
    /// <param name="address">An address of <see cref="Effective"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The effective program has no such address.</exception>
    public double[] Memory(OperandType type, int address)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(address);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(address, Effective.Memory.Count(type));
        var cell = machine.Cell(type, address);
        var result = new double[type switch { OperandType.Scalar => 1, OperandType.Vector => Dimension, _ => Dimension * Dimension }];
        for (var i = 0; i < result.Length; i++) result[i] = cell[type == OperandType.Matrix ? layout.OffsetOf(i / Dimension, i % Dimension) : i * layout.ElementStride];
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        machine.Dispose();
        foreach (var buffer in (ReadOnlySpan<NativeBuffer>)[features, oneHot, label, normalized]) buffer.Dispose();
    }

    private Inputs<double> Inputs => new((double*)features.Pointer, (double*)label.Pointer, (double*)oneHot.Pointer);

    private NativeBuffer Reserve(OperandType type) => new((nuint)(layout.Size(type) * sizeof(double)));

    private void RunPredict(ReadOnlySpan<double> row)
    {
        if (row.Length != Dimension) throw new ArgumentException($"There are {row.Length} features, expected {Dimension}.", nameof(row));
        var target = (double*)features.Pointer;
        for (var i = 0; i < row.Length; i++) target[i * layout.ElementStride] = row[i];
        machine.Run(ComponentFunction.Predict, Inputs, step);
    }

    private void Normalize(double* cell)
    {
        if (Kind == TaskKind.Binary) *cell = Elementary.Logistic(*cell);
        else if (IsMultiClass) Normalization<double>.Softmax(cell, cell, layout, Classes, 1);
    }

    private void SetOneHot(double target)
    {
        if (!(target >= 0 && target < Classes && target == Math.Floor(target)))
            throw new ArgumentException($"The label is {target}, expected a class from 0 to {Classes - 1}.", nameof(target));
        var cell = (double*)oneHot.Pointer;
        for (var c = 0; c < Dimension; c++) cell[c * layout.ElementStride] = c == (int)target ? 1 : 0;
    }

    private static void Check(Program program, TaskKind kind, int dimension, int classes)
    {
        if (dimension < 1) throw new InputException($"the number of features is {dimension}, expected at least 1");
        if (kind != TaskKind.MultiClass && classes != 0) throw new InputException($"the number of classes is {classes}, expected none as the task is not multi-class");
        if (kind != TaskKind.MultiClass) return;
        if (classes < 2 || classes > dimension) throw new InputException($"the number of classes is {classes}, expected 2 to the number of features {dimension}");
        OneHotLabel.CheckIsNotWritten(program);
    }
}
