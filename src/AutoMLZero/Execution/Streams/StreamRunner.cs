using System.Numerics;
using System.Runtime.Intrinsics;
using AutoMLZero.Analysis;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution.Streams;

/// <summary>Runs programs by <see cref="StreamLoop{T, TBlocks}"/>, with kernels for the instructions that it does not have.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="layout">A layout that <see cref="IsFor"/> accepts.</param>
/// <param name="machine">The memory, and the kernels; it must not fuse pairs of instructions.</param>
/// <param name="train">The training examples.</param>
/// <param name="valid">The validation examples.</param>
/// <param name="maxAbsError">A larger error ends a task.</param>
/// <param name="isLast">Whether nothing comes after a validation.</param>
internal sealed unsafe class StreamRunner<T>(MemoryLayout<T> layout, Machine<T> machine, PackedExamples<T> train, PackedExamples<T> valid, double maxAbsError, bool isLast)
    : ICells<T>, IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly StreamEncoder<T> encoder = new(layout, machine, isLast);
    private readonly NativeBuffer alive = new((nuint)(layout.Lanes * sizeof(T)));
    private readonly NativeBuffer nothing = new((nuint)(layout.VectorSize * sizeof(T)));
    private readonly NativeBuffer lanes = new((nuint)(layout.VectorSize * sizeof(T)));
    private readonly ExamplesInForms train = new(layout, train);
    private readonly ExamplesInForms valid = new(layout, valid);
    private NativeBuffer errors = new(0);
    private int[] inOrder = [];
    private StreamState<T> state = new() { MaxAbsError = T.CreateTruncating(maxAbsError) };
    private EffectiveCode? encoded;
    private long version;
    private bool isShared;
    private bool isSetUp;

    /// <summary>
    /// Whether the loop is made for a layout and tasks: regression with 4 features and at most two vectors of lanes. Where vectors of 512 bits are not
    /// registers, kernels are quicker.
    /// </summary>
    public static bool IsFor(MemoryLayout<T> layout, TaskSet tasks) =>
        Vector512.IsHardwareAccelerated && layout.Dimension == StreamLoop<T, OneBlock>.Dimension
        && layout.Lanes <= 2 * Vector512<T>.Count && tasks.Tasks.All(task => task.Kind == TaskKind.Regression);

    /// <summary>Loads a program and sets all memory to zero. Training begins with <c>Setup</c>.</summary>
    public void Start(EffectiveCode program)
    {
        machine.Clear(program);
        if (program != encoded || program.Version != version)
        {
            encoder.Encode(program);
            if (encoder.NeedsKernels) machine.Lower(program);
            (encoded, version) = (program, program.Version);
        }

        isShared = train.Shared is not null && !encoder.NeedsKernels;
        isSetUp = false;
    }

    /// <summary>Runs <c>Setup</c> of a program that is not trained.</summary>
    public void SetUp()
    {
        var none = 0;
        Begin(encoder.Train, &none, 0, train);
        Enter();
        Run(0);
    }

    /// <summary>Whether the program that was loaded has instructions that the loop does not have.</summary>
    public bool NeedsKernels => encoder.NeedsKernels;

    /// <summary>Whether training can go on after a validation as if there had been none.</summary>
    public bool CanGoOn => !encoder.ValidationWrites;

    /// <summary>Has the next program encoded anew: what the machine runs has changed.</summary>
    public void Forget() => encoded = null;

    /// <summary>Runs training steps until all are done or every task has ended.</summary>
    /// <param name="order">The order of the examples.</param>
    /// <param name="scores">The tasks that run, and then those that still do.</param>
    /// <param name="step">Number of examples seen before.</param>
    public void Train(ReadOnlySpan<int> order, Scores<T> scores, long step)
    {
        scores.CopyAlive((T*)alive.Pointer);
        fixed (int* indexes = order)
        {
            Begin(encoder.Train, indexes, order.Length, train);
            if (!isSetUp) Enter();
            if (scores.IsHashing) KeepErrors();
            Run(step);
            if (scores.IsHashing) scores.AddErrors(state.Errors, state.Step);
            else scores.SetAlive(state.Alive);
        }
    }

    /// <summary>Runs validation steps. Where nothing depends on what memory holds at the end, they end once every task has failed.</summary>
    /// <param name="count">Number of validation examples, from the first on.</param>
    /// <param name="scores">Takes the errors.</param>
    /// <param name="step">Number of examples seen before.</param>
    public void Validate(int count, Scores<T> scores, long step)
    {
        if (inOrder.Length < count) inOrder = [.. Enumerable.Range(0, valid.Lanes.Count)];
        fixed (int* indexes = inOrder)
        {
            Begin(encoder.Validate, indexes, count, valid);
            if (scores.TakesSquares && (isLast || CanGoOn))
            {
                state.Alive = scores.Valid;
                state.Totals = scores.Squares;
                Run(step);
            }
            else
            {
                scores.CopyAlive(state.Alive);
                KeepErrors();
                Run(step);
                scores.AddValidationErrors(state.Errors, count);
            }
        }
    }

    /// <inheritdoc/>
    public T* Cell(OperandType type, int address)
    {
        var cell = machine.Cell(type, address);
        if (!isShared || type != OperandType.Vector) return cell;
        SharedTail<T>.Scatter(cell, (T*)lanes.Pointer);
        return (T*)lanes.Pointer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        encoder.Dispose();
        lanes.Dispose();
        train.Dispose();
        valid.Dispose();
        alive.Dispose();
        nothing.Dispose();
        errors.Dispose();
    }

    private void Begin(in StreamStart<T> start, int* order, int count, ExamplesInForms forms)
    {
        var examples = isShared ? forms.Shared! : forms.Lanes;
        state.Start = start;
        state.Next = start.First;
        state.Order = order;
        state.Step = 0;
        state.Count = count;
        state.Features = examples.Features;
        state.Labels = examples.Labels;
        state.FeatureStride = examples.FeatureStride;
        state.LabelStride = examples.LabelStride;
        state.Alive = (T*)alive.Pointer;
        state.Totals = (T*)nothing.Pointer;
        state.Errors = null;
        state.ErrorStride = 0;
    }

    private void Enter()
    {
        state.Next = encoder.Setup;
        isSetUp = true;
    }

    private void Run(long step)
    {
        while (RunStream()) RunKernel(step);
    }

    private void RunKernel(long step)
    {
        var example = state.Order[state.Step];
        var inputs = new Inputs<T>(state.Features + (example * state.FeatureStride), state.Labels + (example * state.LabelStride));
        var instruction = state.Next - 1;
        machine.Run((ComponentFunction)(nint)instruction->A, (int)instruction->B, inputs, step + state.Step);
    }

    private bool RunStream()
    {
        if (isShared) return StreamLoop<T, SharedBlock>.Run(ref state);
        return layout.Lanes == Vector512<T>.Count ? StreamLoop<T, OneBlock>.Run(ref state) : StreamLoop<T, TwoBlocks>.Run(ref state);
    }

    private void KeepErrors()
    {
        var bytes = (nuint)((nint)state.Count * layout.Lanes * sizeof(T));
        if (errors.Size < bytes)
        {
            errors.Dispose();
            errors = new NativeBuffer(bytes);
        }

        state.Errors = (T*)errors.Pointer;
        state.ErrorStride = layout.Lanes;
    }

    /// <summary>Examples as they are and, for layouts that can, with a <see cref="SharedTail{T}"/>.</summary>
    private sealed class ExamplesInForms : IDisposable
    {
        public ExamplesInForms(MemoryLayout<T> layout, PackedExamples<T> examples)
        {
            Lanes = new StreamExamples<T>(layout, examples);
            if (SharedTail<T>.IsFor(layout)) Shared = Lanes.WithSharedTail();
        }

        public StreamExamples<T> Lanes { get; }

        public StreamExamples<T>? Shared { get; }

        public void Dispose()
        {
            Lanes.Dispose();
            Shared?.Dispose();
        }
    }
}
