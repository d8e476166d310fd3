namespace AutoMLZero.Execution;

/// <summary>Where the cells that the task sets are, for one example of all tasks: programs read them in place.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="features">The features.</param>
/// <param name="label">The label.</param>
/// <param name="oneHot">The label as a vector.</param>
internal readonly unsafe struct Inputs<T>(T* features, T* label = null, T* oneHot = null)
    where T : unmanaged
{
    private readonly T* features = features;
    private readonly T* label = label;
    private readonly T* oneHot = oneHot;

    /// <summary>The memory of an input.</summary>
    public T* this[Input input] => input switch
    {
        Input.Features => features,
        Input.Label => label,
        _ => oneHot,
    };
}
