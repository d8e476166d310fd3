namespace AutoMLZero.Execution.Streams;

/// <summary>Where a stream is, and what it runs on.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal unsafe struct StreamState<T>
    where T : unmanaged
{
    /// <summary>Where a step starts.</summary>
    public StreamStart<T> Start;

    /// <summary>The next instruction to run.</summary>
    public StreamInstruction<T>* Next;

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

    /// <summary>For each lane all bits as long as its task runs.</summary>
    public T* Alive;

    /// <summary>For each lane the sum of the squares of the validation errors that go nowhere else.</summary>
    public T* Totals;

    /// <summary>Where the errors of the first step go, null when nobody asks for them, and numbers from a step to the next.</summary>
    public T* Errors;
    public nint ErrorStride;

    /// <summary>A larger error ends a task.</summary>
    public T MaxAbsError;
}
