using System.Numerics;

namespace AutoMLZero.Execution.Streams;

/// <summary>Examples as <see cref="StreamLoop{T, TBlocks}"/> reads them.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed unsafe class StreamExamples<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NativeBuffer? buffer;

    /// <summary>Examples as they are.</summary>
    /// <param name="layout">Their layout.</param>
    /// <param name="examples">The examples, which have to stay.</param>
    public StreamExamples(MemoryLayout<T> layout, PackedExamples<T> examples)
    {
        Features = examples.Features(0);
        Labels = examples.Labels(0);
        FeatureStride = layout.VectorSize;
        LabelStride = layout.Lanes;
        Count = examples.Count;
    }

    private StreamExamples(StreamExamples<T> lanes)
    {
        (Count, FeatureStride, LabelStride) = (lanes.Count, SharedTail<T>.VectorSize, lanes.LabelStride);
        buffer = new NativeBuffer((nuint)(Count * (FeatureStride + LabelStride) * sizeof(T)));
        Features = (T*)buffer.Pointer;
        Labels = Features + (Count * FeatureStride);
        for (var example = 0; example < Count; example++)
        {
            SharedTail<T>.Gather(lanes.Features + (example * lanes.FeatureStride), Features + (example * FeatureStride));
            SharedTail<T>.GatherScalar(lanes.Labels + (example * LabelStride), Labels + (example * LabelStride));
        }
    }

    /// <summary>Number of examples.</summary>
    public int Count { get; }

    /// <summary>The features and the label of the first example.</summary>
    public T* Features { get; }

    /// <inheritdoc cref="Features"/>
    public T* Labels { get; }

    /// <summary>Numbers from an example to the next.</summary>
    public nint FeatureStride { get; }

    /// <inheritdoc cref="FeatureStride"/>
    public nint LabelStride { get; }

    /// <summary>The same examples with a <see cref="SharedTail{T}"/>.</summary>
    public StreamExamples<T> WithSharedTail() => new(this);

    /// <inheritdoc/>
    public void Dispose() => buffer?.Dispose();
}
