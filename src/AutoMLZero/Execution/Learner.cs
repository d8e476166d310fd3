using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>
/// A program at work on one task: it learns from examples one by one and predicts, by the protocol of the paper (AutoML-Zero, Figure 1), with the
/// bits that an evaluation has. Memory persists from example to example. Not safe for use by several threads at once.
/// </summary>
public sealed class Learner : IDisposable
{
    private readonly ISingleTask task;
    private long step;

    /// <summary>Runs <c>Setup</c>.</summary>
    /// <param name="program">The program.</param>
    /// <param name="kind">What the task asks for.</param>
    /// <param name="dimension">Number of features F, at least 1.</param>
    /// <param name="classes">Number of classes C of a multi-class task, 2 to F; else 0.</param>
    /// <param name="seed">Decides what random operations draw: that of the task, for the same numbers as in an evaluation on it.</param>
    /// <param name="precision">The numbers of memory.</param>
    /// <exception cref="InputException">A number is out of its range, or the program writes <c>v1</c> and the task is multi-class.</exception>
    public Learner(Program program, TaskKind kind, int dimension, int classes = 0, ulong seed = 0, Precision precision = Precision.Bits64)
    {
        ArgumentNullException.ThrowIfNull(program);
        Check(program, kind, dimension, classes);
        (Kind, Dimension, Classes) = (kind, dimension, classes);
        Effective = EffectiveProgram.Create(program, IsMultiClass);
        task = precision == Precision.Bits64
            ? new SingleTask<double>(program, kind, dimension, classes, seed)
            : new SingleTask<float>(program, kind, dimension, classes, seed);
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
    /// <returns>
    /// The training error: how far the normalized prediction was from the label; with several classes, how far the score of the class was from 1.
    /// </returns>
    /// <exception cref="ArgumentException">There are not F features, or the label is not a class.</exception>
    public double Learn(ReadOnlySpan<double> row, double target)
    {
        CheckRow(row);
        if (IsMultiClass && !(target >= 0 && target < Classes && target == Math.Floor(target)))
            throw new ArgumentException($"The label is {target}, expected a class from 0 to {Classes - 1}.", nameof(target));
        task.Predict(row, step);
        return task.Learn(target, step++);
    }

    /// <summary>Learns from all examples, in order, once.</summary>
    /// <param name="examples">The examples.</param>
    /// <exception cref="ArgumentException">The examples do not have F features, or a label is not a class.</exception>
    public void Learn(Examples examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        for (var example = 0; example < examples.Count; example++) Learn(examples.Row(example), examples.Labels.Span[example]);
    }

    /// <summary>Learns from examples, in order, once, unless an error is too large.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="maxAbsError">The largest error that may be.</param>
    /// <returns>Whether it learned from all; false when it ended after an error that was larger or not a number.</returns>
    /// <exception cref="ArgumentException">The examples do not have F features, or a label is not a class.</exception>
    public bool TryLearn(Examples examples, double maxAbsError)
    {
        ArgumentNullException.ThrowIfNull(examples);
        for (var example = 0; example < examples.Count; example++)
        {
            if (!(Learn(examples.Row(example), examples.Labels.Span[example]) <= maxAbsError)) return false;
        }

        return true;
    }

    /// <summary>Learns from a task as an evaluation does: all epochs, each in its order, with predictions of the validation examples after it.</summary>
    /// <param name="tasks">A task set.</param>
    /// <param name="index">Which of its tasks, from 0.</param>
    /// <exception cref="ArgumentException">The examples do not have F features, or a label is not a class.</exception>
    public void Learn(TaskSet tasks, int index)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var (orders, learned) = (new EpochOrders(tasks), tasks.Tasks[index]);
        for (var epoch = 0; epoch < tasks.Epochs; epoch++)
        {
            foreach (var example in orders[epoch]) Learn(learned.Train.Row(example), learned.Train.Labels.Span[example]);
            for (var example = 0; example < learned.Valid.Count; example++) PredictScores(learned.Valid.Row(example));
        }
    }

    /// <summary>
    /// The prediction for one example: a number; the probability of class 1; or, with several classes, the most probable class, the lowest on a tie,
    /// NaN when a score is not a number.
    /// </summary>
    /// <param name="row">F features.</param>
    /// <exception cref="ArgumentException">There are not F features.</exception>
    public double Predict(ReadOnlySpan<double> row)
    {
        var scores = PredictScores(row);
        if (!IsMultiClass) return scores[0];
        return Array.Exists(scores, double.IsNaN) ? double.NaN : Array.IndexOf(scores, scores.Max());
    }

    /// <summary>The predictions for examples, in order, as <see cref="Predict(ReadOnlySpan{double})"/> makes them.</summary>
    /// <param name="examples">The examples, whose labels do not matter.</param>
    /// <exception cref="ArgumentException">The examples do not have F features.</exception>
    public double[] Predict(Examples examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        return [.. Enumerable.Range(0, examples.Count).Select(example => Predict(examples.Row(example)))];
    }

    /// <summary>The normalized prediction for one example: one number, or the probability of each of C classes.</summary>
    /// <param name="row">F features.</param>
    /// <exception cref="ArgumentException">There are not F features.</exception>
    public double[] PredictScores(ReadOnlySpan<double> row)
    {
        CheckRow(row);
        task.Predict(row, step++);
        return task.Scores();
    }

    /// <summary>A copy of what memory holds: 1, F, or F x F numbers row by row.</summary>
    /// <param name="type">Scalar, vector or matrix.</param>
    /// <param name="address">An address of <see cref="Effective"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The effective program has no such address.</exception>
    public double[] Memory(OperandType type, int address)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(address);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(address, Effective.Memory.Count(type));
        return task.Memory(type, address);
    }

    /// <inheritdoc/>
    public void Dispose() => task.Dispose();

    private void CheckRow(ReadOnlySpan<double> row)
    {
        if (row.Length != Dimension) throw new ArgumentException($"There are {row.Length} features, expected {Dimension}.", nameof(row));
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
