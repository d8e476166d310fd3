using System.Numerics;
using System.Runtime.Intrinsics;
using AutoMLZero.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>Turns what a program leaves into a prediction: identity, logistic or softmax, by the kind of each lane's task.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="layout">The layout of memory.</param>
/// <param name="tasks">The tasks.</param>
internal sealed unsafe class Normalization<T>(MemoryLayout<T> layout, TaskSet tasks)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly bool[] isBinary = [.. tasks.Tasks.Select(task => task.Kind == TaskKind.Binary)];
    private readonly int binaryTasks = tasks.Tasks.Count(task => task.Kind == TaskKind.Binary);

    /// <summary>Whether predictions stay as they are.</summary>
    public bool IsIdentity => binaryTasks == 0 && !tasks.IsMultiClass;

    /// <summary>Writes the prediction of every lane; the target may be the source.</summary>
    /// <param name="source">What a program leaves: a scalar cell, or a vector cell with several classes.</param>
    /// <param name="target">A cell of the same type.</param>
    /// <param name="examples">Number of examples, one after the other; 1 with several classes.</param>
    public void Apply(T* source, T* target, int examples)
    {
        if (tasks.IsMultiClass) Softmax(source, target);
        else if (binaryTasks == tasks.Count) Logistic(source, target, (nint)layout.Lanes * examples);
        else
        {
            for (nint at = 0; at < (nint)examples * layout.Lanes; at += layout.Lanes) LogisticOfBinary(source + at, target + at);
        }
    }

    /// <summary>As <see cref="Apply"/> for one binary task, whose examples are next to each other.</summary>
    public static void ApplyOfOne(T* source, T* target, int examples) =>
        Logistic(source, target, (examples + Vector512<T>.Count - 1) / Vector512<T>.Count * Vector512<T>.Count);

    /// <summary>Writes the logistic function of numbers.</summary>
    /// <param name="source">The numbers.</param>
    /// <param name="target">As many; may be the source.</param>
    /// <param name="count">How many.</param>
    public static void Logistic(T* source, T* target, nint count)
    {
        if (typeof(T) == typeof(double)) ElementaryLoops.Apply<Logistic>((double*)source, (double*)target, count);
        else ElementaryLoops.Apply<Logistic>((float*)source, (float*)target, count);
    }

    private void LogisticOfBinary(T* source, T* target)
    {
        for (var lane = 0; lane < tasks.Count; lane++)
            target[lane] = isBinary[lane] ? T.CreateTruncating(Elementary.Logistic(double.CreateTruncating(source[lane]))) : source[lane];
    }

    private void Softmax(T* source, T* target) => Softmax(source, target, layout, tasks.Classes, tasks.Count);

    /// <summary>Writes softmax over the first elements of a vector cell, and zero in the others.</summary>
    /// <param name="source">A vector cell.</param>
    /// <param name="target">A vector cell; may be the source.</param>
    /// <param name="layout">The layout of both.</param>
    /// <param name="classes">Number of classes C.</param>
    /// <param name="tasks">Number of tasks.</param>
    public static void Softmax(T* source, T* target, in MemoryLayout<T> layout, int classes, int tasks)
    {
        var exponentials = stackalloc double[classes];
        for (var lane = 0; lane < tasks; lane++)
        {
            var largest = double.CreateTruncating(source[lane * layout.TaskStride]);
            for (var c = 1; c < classes; c++)
            {
                var score = double.CreateTruncating(source[(c * layout.ElementStride) + (lane * layout.TaskStride)]);
                if (score > largest || double.IsNaN(score)) largest = score;
                if (double.IsNaN(largest)) break;
            }

            var total = 0.0;
            for (var c = 0; c < classes; c++)
            {
                exponentials[c] = Elementary.Exp(double.CreateTruncating(source[(c * layout.ElementStride) + (lane * layout.TaskStride)]) - largest);
                total = c == 0 ? exponentials[c] : total + exponentials[c];
            }

            for (var c = 0; c < layout.Dimension; c++)
                target[(c * layout.ElementStride) + (lane * layout.TaskStride)] = c < classes ? T.CreateTruncating(exponentials[c] / total) : T.Zero;
        }
    }
}
