using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>The terms of a sum over elements, in one block of lanes.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal interface ITerms<T>
{
    /// <summary>The term of an element.</summary>
    Vector512<T> At(nint element);
}
