using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>An operation on each number.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal interface IUnaryOperation<T>
{
    /// <summary>The results in all lanes.</summary>
    static abstract Vector512<T> Of(Vector512<T> a);
}
