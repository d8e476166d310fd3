using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoMLZero.Execution;

/// <summary>Where the cells that the task sets are, for one example of all tasks: programs read them in place.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="features">The features.</param>
/// <param name="label">The label.</param>
/// <param name="oneHot">The label as a vector.</param>
/// <param name="nextFeatures">The features of the next example.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct Inputs<T>(T* features, T* label = null, T* oneHot = null, T* nextFeatures = null)
    where T : unmanaged
{
    private readonly nint features = (nint)features;
    private readonly nint label = (nint)label;
    private readonly nint oneHot = (nint)oneHot;
    private readonly nint nextFeatures = (nint)nextFeatures;

    /// <summary>The memory of an input.</summary>
    public T* this[Input input]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (T*)Unsafe.Add(ref Unsafe.AsRef(in features), (int)input);
    }
}
