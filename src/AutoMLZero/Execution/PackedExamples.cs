using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>The examples of all tasks of a set, laid out so that programs read features and labels in place.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed unsafe class PackedExamples<T> : IDisposable
    where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
{
    private readonly NativeBuffer features;
    private readonly NativeBuffer labels;
    private readonly MemoryLayout<T> layout;
    private readonly T* firstFeatures;
    private readonly T* firstLabels;
    private readonly nint featureStride;
    private readonly nint labelStride;

    /// <summary>Lays examples out.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="tasks">The examples of each task, equally many.</param>
    public PackedExamples(MemoryLayout<T> layout, IReadOnlyList<Examples> tasks)
    {
        this.layout = layout;
        Count = tasks[0].Count;
        var blocks = (Count + layout.Examples - 1) / layout.Examples;
        features = new NativeBuffer((nuint)(blocks * layout.VectorSize * sizeof(T)));
        labels = new NativeBuffer((nuint)(blocks * (long)layout.Lanes * sizeof(T)));
        firstFeatures = (T*)features.Pointer;
        firstLabels = (T*)labels.Pointer;
        featureStride = layout.VectorSize;
        labelStride = layout.Lanes;
        for (var task = 0; task < tasks.Count; task++) Fill(task, tasks[task]);
    }

    /// <summary>Number of examples of each task.</summary>
    public int Count { get; }

    /// <summary>The features of one block of examples of all tasks, as a vector cell. A block is one example unless examples are lanes.</summary>
    public T* Features(int block) => firstFeatures + (block * featureStride);

    /// <summary>The labels of one block of examples of all tasks, as a scalar cell.</summary>
    public T* Labels(int block) => firstLabels + (block * labelStride);

    /// <inheritdoc/>
    public void Dispose()
    {
        features.Dispose();
        labels.Dispose();
    }

    private void Fill(int task, Examples examples)
    {
        for (var example = 0; example < Count; example++)
        {
            var row = examples.Row(example);
            var (block, lane) = (example / layout.Examples, example % layout.Examples * layout.LanesOfExample);
            var target = Features(block) + lane + (task * layout.TaskStride);
            for (var i = 0; i < row.Length; i++) target[i * layout.ElementStride] = T.CreateTruncating(row[i]);
            Labels(block)[lane + task] = T.CreateTruncating(examples.Labels.Span[example]);
        }
    }
}
