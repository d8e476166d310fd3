using System.Runtime.CompilerServices;

namespace AutoMLZero.Execution;

/// <summary>Where the cells that the task sets are, for one example of all tasks: programs read them in place.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="features">The features.</param>
/// <param name="label">The label.</param>
/// <param name="oneHot">The label as a vector.</param>
/// <param name="nextFeatures">The features of the next example.</param>
internal readonly unsafe struct Inputs<T>(T* features, T* label = null, T* oneHot = null, T* nextFeatures = null)
    where T : unmanaged
{
    private readonly Pointers all = new((nint)features, (nint)label, (nint)oneHot, (nint)nextFeatures);

    /// <summary>The memory of an input.</summary>
    public T* this[Input input]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (T*)all[(int)input];
    }

    [InlineArray((int)Input.NextFeatures + 1)]
    private struct Pointers
    {
        private nint first;

        public Pointers(nint features, nint label, nint oneHot, nint nextFeatures) =>
            (this[(int)Input.Features], this[(int)Input.Label], this[(int)Input.OneHot], this[(int)Input.NextFeatures]) = (features, label, oneHot, nextFeatures);
    }
}
