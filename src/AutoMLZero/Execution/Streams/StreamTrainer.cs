using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution.Streams;

/// <summary>Trains programs by <see cref="StreamLoop{T, TBlocks}"/>, with kernels for the instructions that it does not have.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="layout">A layout that <see cref="IsFor"/> accepts.</param>
/// <param name="maxAbsError">A larger error ends a task.</param>
internal sealed unsafe class StreamTrainer<T>(MemoryLayout<T> layout, double maxAbsError) : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly StreamEncoder<T> encoder = new();
    private readonly NativeBuffer alive = new((nuint)(layout.Lanes * sizeof(T)));
    private NativeBuffer errors = new(0);

    /// <summary>Whether the loop is made for a layout and tasks: regression with 4 features and at most two vectors of lanes.</summary>
    public static bool IsFor(MemoryLayout<T> layout, TaskSet tasks) =>
        layout.Dimension == StreamLoop<T, OneBlock>.Dimension && layout.Lanes <= 2 * Vector512<T>.Count
        && tasks.Tasks.All(task => task.Kind == TaskKind.Regression);

    /// <summary>Encodes a loaded program.</summary>
    public void Load(Machine<T> machine) => encoder.Encode(machine);

    /// <summary>Runs training steps until all are done or every task has ended.</summary>
    /// <param name="machine">The machine with the program that was loaded.</param>
    /// <param name="examples">The training examples.</param>
    /// <param name="order">The order of the examples.</param>
    /// <param name="scores">The tasks that run, and then those that still do.</param>
    /// <param name="step">Number of examples seen before.</param>
    public void Train(Machine<T> machine, PackedExamples<T> examples, ReadOnlySpan<int> order, Scores<T> scores, long step)
    {
        scores.CopyAlive((T*)alive.Pointer);
        fixed (StreamInstruction* stream = CollectionsMarshal.AsSpan(encoder.Stream))
        fixed (T* constants = CollectionsMarshal.AsSpan(encoder.Constants))
        fixed (int* indexes = order)
        {
            var state = new StreamState<T>
            {
                First = stream,
                Next = stream,
                Memory = machine.Cell(OperandType.Scalar, 0),
                Constants = constants,
                Order = indexes,
                Count = order.Length,
                Features = examples.Features(0),
                Labels = examples.Labels(0),
                FeatureStride = layout.VectorSize,
                LabelStride = layout.Lanes,
                LastScalar = encoder.Last.Scalar,
                LastVector = encoder.Last.Vector,
                Alive = (T*)alive.Pointer,
                Errors = scores.IsHashing ? Errors(order.Length) : null,
                MaxAbsError = T.CreateTruncating(maxAbsError),
            };
            while (Run(ref state)) RunKernel(machine, examples, state, step);
            if (scores.IsHashing) scores.AddErrors(state.Errors, state.Step);
            else scores.SetAlive(state.Alive);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        alive.Dispose();
        errors.Dispose();
    }

    private static void RunKernel(Machine<T> machine, PackedExamples<T> examples, in StreamState<T> state, long step)
    {
        var example = state.Order[state.Step];
        var inputs = new Inputs<T>(examples.Features(example), examples.Labels(example));
        var instruction = state.Next - 1;
        machine.Run((ComponentFunction)instruction->A, instruction->B, inputs, step + state.Step);
    }

    private bool Run(ref StreamState<T> state) =>
        layout.Lanes == Vector512<T>.Count ? StreamLoop<T, OneBlock>.Run(ref state) : StreamLoop<T, TwoBlocks>.Run(ref state);

    private T* Errors(int examples)
    {
        var bytes = (nuint)((nint)examples * layout.Lanes * sizeof(T));
        if (errors.Size < bytes)
        {
            errors.Dispose();
            errors = new NativeBuffer(bytes);
        }

        return (T*)errors.Pointer;
    }
}
