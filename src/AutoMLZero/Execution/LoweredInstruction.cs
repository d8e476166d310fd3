using AutoMLZero.Language;

namespace AutoMLZero.Execution;

/// <summary>An instruction with its operands resolved to memory.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal unsafe struct LoweredInstruction<T>
    where T : unmanaged
{
    /// <summary>The operation.</summary>
    public Op Op;

    /// <summary>The cell written.</summary>
    public T* Output;

    /// <summary>The first cell read.</summary>
    public T* Input1;

    /// <summary>The second cell read.</summary>
    public T* Input2;

    /// <summary>What the second of a fused pair reads besides the result of the first.</summary>
    public T* Input3;

    /// <summary>The features of the next example that a fused product multiplies the sum with.</summary>
    public T* Next;

    /// <summary>The result of the first of a fused pair, or of the product with the next features.</summary>
    public T* Output2;

    /// <summary>The constants.</summary>
    public double Constant1, Constant2, Constant3;

    /// <summary>For a random operation, the key of each lane.</summary>
    public ulong* Keys;
}
