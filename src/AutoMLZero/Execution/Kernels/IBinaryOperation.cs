using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>An operation on each pair of numbers.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal interface IBinaryOperation<T>
{
    /// <summary>The results in all lanes.</summary>
    static abstract Vector512<T> Of(Vector512<T> a, Vector512<T> b);
}
