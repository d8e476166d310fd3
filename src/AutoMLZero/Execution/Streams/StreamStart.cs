namespace AutoMLZero.Execution.Streams;

/// <summary>Where a stream starts.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal unsafe struct StreamStart<T>
    where T : unmanaged
{
    /// <summary>Its first instruction.</summary>
    public StreamInstruction<T>* First;

    /// <summary>
    /// The cells whose values the accumulators hold at the start and at the end of a step: read when a run begins, written when it ends. Cells that
    /// nothing uses when there are no such values.
    /// </summary>
    public T* Scalar, Vector;
}
