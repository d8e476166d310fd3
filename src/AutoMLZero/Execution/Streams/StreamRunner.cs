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
/// <param name="maxAbsError">A larger error ends a task.</param>
internal sealed unsafe class StreamRunner<T>(MemoryLayout<T> layout, Machine<T> machine, double maxAbsError) : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly StreamEncoder<T> encoder = new(layout, machine);
    private readonly NativeBuffer alive = new((nuint)(layout.Lanes * sizeof(T)));
    private readonly NativeBuffer nothing = new((nuint)(layout.VectorSize * sizeof(T)));
    private NativeBuffer errors = new(0);
    private int[] inOrder = [];
    private EffectiveCode? encoded;
    private long version;

    /// <summary>Whether the loop is made for a layout and tasks: regression with 4 features and at most two vectors of lanes.</summary>
    public static bool IsFor(MemoryLayout<T> layout, TaskSet tasks) =>
        layout.Dimension == StreamLoop<T, OneBlock>.Dimension && layout.Lanes <= 2 * Vector512<T>.Count
        && tasks.Tasks.All(task => task.Kind == TaskKind.Regression);

    /// <summary>Loads a program, sets all memory to zero, and runs <c>Setup</c>.</summary>
    public void Start(EffectiveCode program)
    {
        machine.Clear(program);
        if (program != encoded || program.Version != version)
        {
            encoder.Encode(program);
            if (encoder.NeedsKernels) machine.Lower(program);
            (encoded, version) = (program, program.Version);
        }

        var order = 0;
        var state = Steps(encoder.Setup, &order, 1, (T*)nothing.Pointer, (T*)nothing.Pointer);
        Run(ref state, 0);
    }

    /// <summary>Whether the program that was loaded has instructions that the loop does not have.</summary>
    public bool NeedsKernels => encoder.NeedsKernels;

    /// <summary>Has the next program encoded anew: what the machine runs has changed.</summary>
    public void Forget() => encoded = null;

    /// <summary>Runs training steps until all are done or every task has ended.</summary>
    /// <param name="examples">The training examples.</param>
    /// <param name="order">The order of the examples.</param>
    /// <param name="scores">The tasks that run, and then those that still do.</param>
    /// <param name="step">Number of examples seen before.</param>
    public void Train(PackedExamples<T> examples, ReadOnlySpan<int> order, Scores<T> scores, long step)
    {
        scores.CopyAlive((T*)alive.Pointer);
        fixed (int* indexes = order)
        {
            var state = Steps(encoder.Train, indexes, order.Length, examples.Features(0), examples.Labels(0));
            if (scores.IsHashing) KeepErrors(ref state);
            Run(ref state, step);
            if (scores.IsHashing) scores.AddErrors(state.Errors, state.Step);
            else scores.SetAlive(state.Alive);
        }
    }

    /// <summary>Runs validation steps.</summary>
    /// <param name="examples">The validation examples.</param>
    /// <param name="count">How many of them, from the first on.</param>
    /// <param name="scores">Takes the errors.</param>
    /// <param name="step">Number of examples seen before.</param>
    public void Validate(PackedExamples<T> examples, int count, Scores<T> scores, long step)
    {
        if (inOrder.Length < count) inOrder = [.. Enumerable.Range(0, examples.Count)];
        scores.CopyAlive((T*)alive.Pointer);
        fixed (int* indexes = inOrder)
        {
            var state = Steps(encoder.Validate, indexes, count, examples.Features(0), examples.Labels(0));
            KeepErrors(ref state);
            Run(ref state, step);
            scores.AddValidationErrors(state.Errors, count);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        encoder.Dispose();
        alive.Dispose();
        nothing.Dispose();
        errors.Dispose();
    }

    private StreamState<T> Steps(in StreamStart<T> start, int* order, int count, T* features, T* labels) => new()
    {
        Start = start,
        Next = start.First,
        Order = order,
        Count = count,
        Features = features,
        Labels = labels,
        FeatureStride = layout.VectorSize,
        LabelStride = layout.Lanes,
        Errors = (T*)nothing.Pointer,
        Alive = (T*)alive.Pointer,
        MaxAbsError = T.CreateTruncating(maxAbsError),
    };

    private void Run(ref StreamState<T> state, long step)
    {
        while (Run(ref state)) RunKernel(state, step);
    }

    private void RunKernel(in StreamState<T> state, long step)
    {
        var example = state.Order[state.Step];
        var inputs = new Inputs<T>(state.Features + (example * state.FeatureStride), state.Labels + (example * state.LabelStride));
        var instruction = state.Next - 1;
        machine.Run((ComponentFunction)(nint)instruction->A, (int)instruction->B, inputs, step + state.Step);
    }

    private bool Run(ref StreamState<T> state) =>
        layout.Lanes == Vector512<T>.Count ? StreamLoop<T, OneBlock>.Run(ref state) : StreamLoop<T, TwoBlocks>.Run(ref state);

    private void KeepErrors(ref StreamState<T> state)
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
}
