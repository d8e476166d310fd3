namespace AutoMLZero.Execution.Streams;

/// <summary>An instruction of a stream, in 32 bytes: addresses, so that the loop has nothing to compute before it works.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal unsafe struct StreamInstruction<T>
    where T : unmanaged
{
    /// <summary>What it does.</summary>
    public StreamOp Op;

    /// <summary>The number of the cell written.</summary>
    public int Cell;

    /// <summary>The cell written; null when nothing reads it from memory.</summary>
    public T* Output;

    /// <summary>The first operand in memory, or a constant.</summary>
    public T* A;

    /// <summary>The second operand in memory.</summary>
    public T* B;
}
