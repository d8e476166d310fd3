namespace AutoMLZero.Execution.Streams;

/// <summary>Where a stream is, and what it runs on.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal unsafe struct StreamState<T>
    where T : unmanaged
{
    /// <summary>The instructions of all streams.</summary>
    public StreamInstruction* Instructions;

    /// <summary>The place of the first instruction of a step, and of the next to run.</summary>
    public int Start, Next;

    /// <summary>The memory of the machine.</summary>
    public T* Memory;

    /// <summary>The constants.</summary>
    public T* Constants;

    /// <summary>The order of the examples.</summary>
    public int* Order;

    /// <summary>The step of the epoch, from 0.</summary>
    public int Step;

    /// <summary>Number of steps.</summary>
    public int Count;

    /// <summary>The examples.</summary>
    public T* Features, Labels;

    /// <summary>Numbers from an example to the next.</summary>
    public nint FeatureStride, LabelStride;

    /// <summary>The cell that the accumulator of scalars holds at the start of a step, and that of vectors.</summary>
    public int LastScalar, LastVector;

    /// <summary>For each lane all bits as long as its task runs.</summary>
    public T* Alive;

    /// <summary>Where the errors of each step go, or null.</summary>
    public T* Errors;

    /// <summary>A larger error ends a task.</summary>
    public T MaxAbsError;
}
